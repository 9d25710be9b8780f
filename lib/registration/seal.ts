import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MARK = 'sealed:';

/** Makes a text unreadable to who does not know `phrase`: AES-256-GCM, marked as what it is. */
export function seal(text: string, phrase: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(ALGORITHM, keyOf(phrase), iv, { authTagLength: TAG_BYTES });
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return MARK + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/**
 * The text that was sealed with the same phrase, or undefined. A text that never was sealed comes
 * back as it is.
 */
export function unseal(sealed: string, phrase: string): string | undefined {
	if (!sealed.startsWith(MARK)) return sealed;
	const bytes = Buffer.from(sealed.slice(MARK.length), 'base64');
	const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
	try {
		const decipher = createDecipheriv(ALGORITHM, keyOf(phrase), iv, { authTagLength: TAG_BYTES });
		decipher.setAuthTag(tag);
		const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
		return Buffer.concat([text, decipher.final()]).toString('utf8');
	} catch {
		return undefined;
	}
}

function keyOf(phrase: string): Buffer {
	return createHash('sha256').update(`n8n-nodes-pihooks:seal:${phrase}`).digest();
}
