import { isLoopbackUrl } from './isLoopbackUrl';
import { isPrivateHost } from './isPrivateHost';

/**
 * Why a provider could not call a webhook URL, with the remedy in the same line (activation shows
 * nothing else); `undefined` when it could. A provider on loopback is the sandbox, and reaches all.
 */
export function unreachableUrlProblem(url: string, providerBaseUrl: string): string | undefined {
	if (isLoopbackUrl(providerBaseUrl)) return undefined;
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (!parsed) return `"${url}" is not a URL. Copy the production URL of the trigger`;
	// The query of a resume URL is a secret.
	const shown = parsed.origin + parsed.pathname;
	if (isPrivateHost(parsed.hostname)) return because(shown, 'is not on the public internet');
	if (parsed.protocol !== 'https:') return because(shown, 'is not https');
	return undefined;
}

function because(url: string, reason: string): string {
	return (
		`The provider cannot call ${url}: it ${reason}. ` +
		'Set the environment variable WEBHOOK_URL of n8n to its public https address, or use a tunnel'
	);
}
