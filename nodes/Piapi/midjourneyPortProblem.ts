import { isLoopbackUrl } from '../../lib/http/isLoopbackUrl';

/**
 * Why legacy Midjourney v2 could not call a webhook URL because of its port: it calls 80 and 443 only
 * (docs/reference/piapi.md 3); `undefined` when it could. A provider on loopback is the sandbox, and reaches all.
 */
export function midjourneyPortProblem(url: string, providerBaseUrl: string): string | undefined {
	if (isLoopbackUrl(providerBaseUrl) || !URL.canParse(url)) return undefined;
	const { origin, pathname, port } = new URL(url);
	// The parser leaves the port of the scheme away.
	if (['', '80', '443'].includes(port)) return undefined;
	return (
		`Midjourney v2 cannot call ${origin}${pathname}: it calls the ports 80 and 443 only, not ${port}. ` +
		'Put a proxy in front of n8n, and set its WEBHOOK_URL without a port'
	);
}
