import type { IHttpRequestOptions } from 'n8n-workflow';

/** The parts of a request that make its URL; `uri` is how n8n's HTTP Request node says `url`. */
export type UrlParts = Partial<Pick<IHttpRequestOptions, 'url' | 'baseURL' | 'qs'>> & {
	uri?: string;
};

/**
 * The whole URL that a request goes to, with its query. A credential that needs it to sign in is
 * called by this package's nodes (`url`, `baseURL`), by the test of a credential and by n8n's HTTP
 * Request node (`uri`).
 *
 * @param base where a relative URL belongs that came without a `baseURL`
 * @returns the text itself where no URL can be made of it
 */
export function requestUrl({ uri, url, baseURL, qs = {} }: UrlParts, base = ''): string {
	const path = uri || url || '';
	const root = (baseURL || base).replace(/(?<!\/)\/+$/, '');
	const whole = URL.canParse(path) ? path : path ? `${root}/${path.replace(/^\/+/, '')}` : root;
	if (!URL.canParse(whole)) return whole;
	const parsed = new URL(whole);
	for (const [name, values] of Object.entries(qs)) {
		for (const value of Array.isArray(values) ? values : [values])
			if (value !== undefined) parsed.searchParams.append(name, String(value));
	}
	return parsed.href;
}
