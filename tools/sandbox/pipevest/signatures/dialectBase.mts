/** A request whose signature is made or read; header names in lower case. */
export interface Message {
	method: string;
	url: string;
	headers: Record<string, string>;
}

/**
 * What Pipevest's dialect signs before hashing: names as they are written in the list, and only
 * scheme and host for the target (docs/reference/pipevest.md 4). Undefined where a component
 * is missing.
 */
export function dialectBase(
	names: string[],
	parameters: string,
	{ method, url, headers }: Message,
): string | undefined {
	const { origin, pathname, search } = new URL(url);
	const derived: Record<string, string> = {
		'@method': method,
		'@target-uri': origin,
		'@path': pathname,
		'@query': search === '' ? '?' : search,
	};
	const lines = names.map((name) => {
		const value = name.startsWith('@') ? derived[name] : headers[name.toLowerCase()];
		return value === undefined ? undefined : `"${name}": ${value.trim()}`;
	});
	if (lines.includes(undefined)) return undefined;
	return [...lines, `"@signature-params": ${parameters}`].join('\n');
}
