import { createSecretKey, type KeyObject } from 'node:crypto';
import { decode, decodeUnpadded } from './decode';
import { isBlank } from './isBlank';
import { memoize } from './memoize';
import type { SecretForm } from './scheme';

/** Keys are kept, since Node imports text anew for every MAC, at a fifth of its cost at 1 KB. */
const MOST_KEPT = 256;

const readers = new WeakMap<SecretForm, (secret: string) => { key?: KeyObject }>();

function reader(form: SecretForm) {
	const known = readers.get(form);
	if (known) return known;
	const made = memoize((secret) => ({ key: secretKey(secret, form) }), MOST_KEPT);
	readers.set(form, made);
	return made;
}

function secretKey(secret: string, { encoding, prefix, trim }: SecretForm): KeyObject | undefined {
	const trimmed = trim ? secret.trim() : secret;
	const text = prefix && trimmed.startsWith(prefix) ? trimmed.slice(prefix.length) : trimmed;
	if (isBlank(secret) || isBlank(text)) return undefined;
	const bytes =
		encoding === 'utf8'
			? Buffer.from(text)
			: encoding === 'hex'
				? decode(text, 'hex')
				: decodeUnpadded(text, 'base64');
	return bytes && createSecretKey(bytes);
}

/** Keys of the secrets that can be used: blank ones and those not in their form are left out. */
export function secretKeys(secrets: readonly string[], form: SecretForm): KeyObject[] {
	const read = reader(form);
	return secrets.map((secret) => read(secret).key).filter((key) => key !== undefined);
}
