import { createHash, createHmac, type KeyObject, sign } from 'node:crypto';

export const hmac = (key: string | Buffer, text: string, hash = 'sha256') =>
	createHmac(hash, key).update(text).digest();

export const hex = (key: string | Buffer, text: string, hash = 'sha256') =>
	hmac(key, text, hash).toString('hex');

export const base64 = (key: string | Buffer, text: string, hash = 'sha256') =>
	hmac(key, text, hash).toString('base64');

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const seconds = (at: number) => String(Math.floor(at / 1000));

/** A JWT of the claims; HS256 with a text, RS256 with a key. */
export function jwt(claims: object, key: string | KeyObject): string {
	const alg = typeof key === 'string' ? 'HS256' : 'RS256';
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
	const signature =
		typeof key === 'string' ? hmac(key, signed) : sign('sha256', Buffer.from(signed), key);
	return `${signed}.${signature.toString('base64url')}`;
}
