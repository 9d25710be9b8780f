import { createSecretKey, type KeyObject } from 'node:crypto';
import { decode } from './decode';
import { isBlank } from './isBlank';
import { memoize } from './memoize';
import type { SecretForm } from './scheme';

/**
 * Key of a MAC. Never a Buffer, which Node imports anew for every call at four times the cost
 * (reference/anchors.md 7).
 */
export type MacKey = string | KeyObject;

const fromBase64 = memoize((text) => {
	const bytes = decode(text, 'base64');
	return bytes && bytes.length > 0 ? { key: createSecretKey(bytes) } : {};
}, 256);

/** Keys of the secrets that can be used: blank ones and those not in their form are left out. */
export function secretKeys(secrets: readonly string[], form: SecretForm): MacKey[] {
	const keys: MacKey[] = [];
	for (const secret of secrets) {
		const trimmed = form.trim ? secret.trim() : secret;
		const text =
			form.prefix && trimmed.startsWith(form.prefix) ? trimmed.slice(form.prefix.length) : trimmed;
		if (isBlank(secret) || isBlank(text)) continue;
		const key = form.encoding === 'utf8' ? text : fromBase64(text).key;
		if (key) keys.push(key);
	}
	return keys;
}
