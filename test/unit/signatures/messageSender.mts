import { createHash, sign } from 'node:crypto';
import type { Scheme } from '../../../dist/lib/signatures/scheme.js';
import type { Sender } from './senders.mts';
import {
	BODY,
	mac,
	post,
	PRIVATE_KEY,
	PUBLIC_KEY,
	SECRET,
	seconds,
	URL_OF_OURS,
} from './signing.mts';

/** A sender of HTTP message signatures, by RFC 9421 or as Pipevest documents it. */
export function messages(
	name: string,
	scheme: Scheme,
	way: 'ed25519' | 'hmac' | 'pipevest',
): Sender {
	const written = way === 'pipevest' ? 'Content-Digest' : 'content-digest';
	return {
		name,
		scheme,
		keys: way === 'hmac' ? { secrets: [SECRET] } : { secrets: [], publicKeys: [PUBLIC_KEY] },
		sharesSecret: way === 'hmac',
		unit: 's',
		headers: ['Content-Digest', 'Signature-Input', 'Signature'],
		separator: ',',
		signsUrl: true,
		send({ timestamp = seconds, secret = SECRET, body = BODY, url = URL_OF_OURS } = {}) {
			const digest = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;
			const { origin, pathname } = new URL(url);
			const target = way === 'pipevest' ? origin : url;
			const parameters = `("${written}" "@method" "@target-uri" "@path");created=${timestamp};keyid="key-1"`;
			const base = [
				`"${written}": ${digest}`,
				'"@method": POST',
				`"@target-uri": ${target}`,
				`"@path": ${pathname}`,
				`"@signature-params": ${parameters}`,
			].join('\n');
			const signed =
				way === 'pipevest' ? createHash('sha512').update(base).digest() : Buffer.from(base);
			const signature = way === 'hmac' ? mac(secret, '', signed) : sign(null, signed, PRIVATE_KEY);
			return post(
				[
					...['Content-Digest', digest, 'Signature-Input', `sig1=${parameters}`],
					...['Signature', `sig1=:${signature.toString('base64')}:`],
				],
				body,
				url,
			);
		},
	};
}
