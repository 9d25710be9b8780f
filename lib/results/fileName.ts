/** Characters that no file system or header should meet. */
const UNSAFE = /[\p{Cc}<>:"/\\|?*]/gu;

const LONGEST = 120;

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** The file's own name: no folders, no control characters, not hidden, of bounded length. */
const clean = (name: string): string => {
	const base = name.split(/[/\\]/).at(-1) ?? '';
	const safe = base.replace(UNSAFE, '').replace(/^[.\s]+|[.\s]+$/g, '');
	const dot = safe.lastIndexOf('.');
	const extension = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
	return safe.slice(0, safe.length - extension.length).slice(0, LONGEST) + extension;
};

/** The `filename*` (RFC 5987) or `filename` of a Content-Disposition header. */
const fromDisposition = (header: string): string => {
	const extended = /filename\*\s*=\s*[\w-]*'[^']*'([^;]+)/i.exec(header);
	if (extended?.[1]) return decoded(extended[1].trim());
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
	return (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '').trim();
};

/** What to call a downloaded file: as the server says, else as its URL ends, else `fallback`. */
export function fileName(url: string, disposition: string, fallback: string): string {
	const last = new URL(url).pathname.split('/').at(-1) ?? '';
	return clean(fromDisposition(disposition)) || clean(decoded(last)) || fallback;
}
