import type { IExecuteFunctions } from 'n8n-workflow';
import { hostKind } from '../http/hostKind';

interface Resolved {
	address: string;
}

/**
 * Why a public name may not be fetched, or nothing: an address it leads to is not public, or it leads
 * nowhere. n8n looks the name up with its own policy; every address then passes the list that literal
 * addresses pass, since that policy knows fewer ranges.
 */
export async function addressProblem(
	ctx: IExecuteFunctions,
	url: string,
): Promise<string | undefined> {
	const { protocol, hostname } = new URL(url);
	if (hostKind(hostname) !== 'public' || isAddress(hostname)) return undefined;
	if (!('getSecureEgressFilter' in ctx.helpers)) {
		return `This version of n8n cannot check where ${hostname} leads, so nothing is downloaded from names. Update n8n, or download the URL with an HTTP Request node`;
	}
	try {
		const resolved = await lookUp(ctx, hostname);
		const isPublic =
			resolved.length > 0 && resolved.every(({ address }) => hostKind(address) === 'public');
		return isPublic ? undefined : `${hostname} leads to an address that is not public`;
	} catch (error) {
		const { name, code, message } = error as Error & { code?: string };
		if (name.startsWith('SsrfBlocked')) return `${hostname} leads to an address that is not public`;
		if (isProxied(ctx, protocol, hostname)) return undefined;
		return `${hostname} could not be resolved (${code ?? message}). Where only a proxy resolves names, let n8n see its variables: N8N_BLOCK_ENV_ACCESS_IN_NODE=false`;
	}
}

function isAddress(hostname: string): boolean {
	return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

async function lookUp({ helpers }: IExecuteFunctions, hostname: string): Promise<Resolved[]> {
	const lookup = helpers.getSecureEgressFilter('enforced').createSecureLookup();
	return await new Promise((resolve, reject) => {
		lookup(hostname, { all: true }, (error, addresses) => {
			if (error) reject(error);
			else resolve(addresses as Resolved[]);
		});
	});
}

/** Whether a proxy of n8n's environment resolves the name; where n8n hides its environment, none does. */
function isProxied(ctx: IExecuteFunctions, protocol: string, hostname: string): boolean {
	const variable = (name: string) => {
		try {
			const code = `{{ $env["${name}"] ?? $env["${name.toLowerCase()}"] ?? "" }}`;
			return String(ctx.evaluateExpression(code, 0));
		} catch {
			return '';
		}
	};
	const names = protocol === 'https:' ? ['HTTPS_PROXY', 'ALL_PROXY'] : ['HTTP_PROXY', 'ALL_PROXY'];
	const direct = variable('NO_PROXY')
		.split(/[\s,]+/)
		.map((entry) => entry.replace(/^\*?\./, '').replace(/:\d+$/, ''));
	const isDirect = direct.some(
		(entry) => entry === '*' || hostname === entry || (entry && hostname.endsWith(`.${entry}`)),
	);
	return !isDirect && names.some((name) => variable(name) !== '');
}
