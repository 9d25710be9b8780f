const API = 'https://api.piapi.ai';

/** It has no cut after 120 seconds (docs/reference/piapi.md 1.9). */
const PROXY = 'https://proxy.piapi.ai';

/** Where chats are completed; `undefined` when the proxy is asked for, but is not of this base URL. */
export function chatBaseUrl(baseUrl: string, useProxy: boolean): string | undefined {
	const base = baseUrl.trim().replace(/\/+$/, '');
	if (!useProxy) return base;
	return base.toLowerCase() === API ? PROXY : undefined;
}
