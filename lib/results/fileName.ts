import { trimWhile } from '../text';

/** Characters that no file system or header should meet. */
const UNSAFE = /[\p{Cc}<>:"/\\|?*]/gu;

const LONGEST = 120;

/** Node reads headers as Latin-1; a name that was sent as raw UTF-8 is put together again. */
function fromRawUtf8(text: string): string {
	const bytes = Buffer.from(text, 'latin1');
	const isLatin1 = bytes.toString('latin1') === text;
	const decoded = bytes.toString('utf8');
	return isLatin1 && !decoded.includes('\ufffd') ? decoded : text;
}

/** Text of percent-encoded bytes in a named encoding; as it is where it makes no sense. */
function decoded(text: string, charset = 'utf-8'): string {
	try {
		if (/^utf-?8$/i.test(charset)) return decodeURIComponent(text);
		const latin1 = text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
			String.fromCharCode(parseInt(hex, 16)),
		);
		return new TextDecoder(charset).decode(Buffer.from(latin1, 'latin1'));
	} catch {
		return text;
	}
}

/** `=?utf-8?B?…?=` and `=?utf-8?Q?…?=` (RFC 2047), which mail programs made a habit of. */
function fromEncodedWords(text: string): string {
	return text.replace(
		/=\?([\w-]{1,40})\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi,
		(word, charset: string, kind: string, content: string) => {
			const quoted = () => content.replace(/_/g, '%20').replace(/=(?=[\da-f]{2})/gi, '%');
			const base64 = () =>
				[...Buffer.from(content, 'base64')]
					.map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
					.join('');
			const escaped = kind.toLowerCase() === 'b' ? base64() : quoted();
			const plain = decoded(escaped, charset);
			return plain === escaped && escaped.includes('%') ? word : plain;
		},
	);
}

/** The file's own name: no folders, no control characters, not hidden, of bounded length. */
function clean(name: string): string {
	const base = name.split(/[/\\]/).at(-1) ?? '';
	const safe = trimWhile(base.replace(UNSAFE, ''), (char) => /[.\s]/.test(char));
	const dot = safe.lastIndexOf('.');
	const extension = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
	const stem = safe.slice(0, Math.min(LONGEST, safe.length - extension.length));
	// A cut between the two halves of a character leaves the first one over.
	return stem.replace(/[\ud800-\udbff]$/, '') + extension;
}

/** The `filename*` (RFC 5987) or `filename` of a Content-Disposition header. */
function fromDisposition(header: string): string {
	const extended = /filename\*\s*=\s*"?([\w-]*)'[^']*'([^;"]+)/i.exec(header);
	if (extended) return decoded((extended[2] ?? '').trim(), extended[1] || undefined);
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
	const name = (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '').trim();
	return fromEncodedWords(fromRawUtf8(name));
}

/** What to call a downloaded file: as the server says, else as its URL ends, else `fallback`. */
export function fileName(url: string, disposition: string, fallback: string): string {
	const last = new URL(url).pathname.split('/').at(-1) ?? '';
	return clean(fromDisposition(disposition)) || clean(decoded(last)) || fallback;
}
