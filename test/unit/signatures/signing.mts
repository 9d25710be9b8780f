import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';

/** ms; the moment at which every sender signs. */
export const NOW = 1_761_739_200_000;
export const URL_OF_OURS = 'https://n8n.example/webhook/7c1d/hook';
export const BODY = Buffer.from('{"id":"evt_1","type":"job.completed","data":{"text":"ü, 漢"}}');

export const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
export const WHSEC = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;
/** Appendix B.1.4 of RFC 9421. */
export const PRIVATE_KEY = createPrivateKey(
	'-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----',
);
export const PUBLIC_KEY = createPublicKey(PRIVATE_KEY)
	.export({ type: 'spki', format: 'pem' })
	.toString();

export const seconds = String(NOW / 1000);

export const mac = (key: string | Buffer, signed: string, body: Buffer, hash = 'sha256') =>
	createHmac(hash, key).update(signed).update(body).digest();

export const bytesOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

export function post(rawHeaders: string[], body: Buffer, url = URL_OF_OURS): Delivery {
	const common = ['Host', 'n8n.example', 'Content-Type', 'application/json'];
	return { method: 'POST', url, rawHeaders: [...common, ...rawHeaders], body };
}

/** A JWT of the claims, signed with HS256 whatever its header says. */
export function token(claims: object, secret: string, header: object = { alg: 'HS256' }): string {
	const [head, payload] = [header, claims].map((part) =>
		Buffer.from(JSON.stringify(part)).toString('base64url'),
	);
	const signature = mac(secret, `${head}.${payload}`, Buffer.alloc(0)).toString('base64url');
	return `${head}.${payload}.${signature}`;
}

/** The delivery with the values of one header changed: each may become none, one or several. */
export function withHeader(
	delivery: Delivery,
	name: string,
	change: (value: string) => string[],
): Delivery {
	const rawHeaders: string[] = [];
	for (let at = 0; at < delivery.rawHeaders.length; at += 2) {
		const [key, value] = delivery.rawHeaders.slice(at, at + 2);
		const values = key.toLowerCase() === name.toLowerCase() ? change(value) : [value];
		rawHeaders.push(...values.flatMap((one) => [key, one]));
	}
	return { ...delivery, rawHeaders };
}
