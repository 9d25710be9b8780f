import type { IExecuteFunctions } from 'n8n-workflow';
import { hostKind } from '../http/hostKind';

/**
 * Why a public name may not be fetched, or nothing: it leads to a private address. n8n resolves it
 * with its own filter, which 2.8 does not have yet; a name that only a proxy can resolve passes.
 */
export async function refuseAddress(
	{ helpers }: IExecuteFunctions,
	url: string,
): Promise<string | undefined> {
	const { hostname } = new URL(url);
	if (!('getSecureEgressFilter' in helpers) || hostKind(hostname) !== 'public') return undefined;
	try {
		const allowed = await helpers.getSecureEgressFilter('enforced').validateUrl(url);
		const isBlocked = !allowed.ok && allowed.error.name.startsWith('SsrfBlocked');
		return isBlocked ? `${hostname} leads to an address that is not public` : undefined;
	} catch {
		return undefined;
	}
}
