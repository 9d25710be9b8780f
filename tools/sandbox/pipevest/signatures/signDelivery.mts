import { createHash, sign, type KeyObject } from 'node:crypto';
import type { Dialect } from '../types.mts';
import { dialectBase } from './dialectBase.mts';

const FIELDS = ['Content-Digest', 'Content-Length', 'Content-Type'];
const DERIVED = ['@method', '@target-uri', '@path', '@query'];
const KEY_ID = 'sandbox-pipevest-deliveries';
const LIFETIME_S = 300;

/** What a delivery is signed with; `now` in Unix milliseconds. */
export interface DeliverySigning {
	url: string;
	body: string;
	key: KeyObject;
	dialect: Dialect;
	now: number;
	/** Default: JSON. */
	type?: string;
}

/** The headers of a signed delivery, in either way; which one the provider takes is not documented. */
export function signDelivery({
	url,
	body,
	key,
	dialect,
	now,
	type = 'application/json',
}: DeliverySigning) {
	const headers = {
		'Content-Digest': `sha-512=:${createHash('sha512').update(body).digest('base64')}:`,
		'Content-Length': String(Buffer.byteLength(body)),
		'Content-Type': type,
	};
	const isRfc = dialect === 'rfc9421';
	const names = [...(isRfc ? FIELDS.map((name) => name.toLowerCase()) : FIELDS), ...DERIVED];
	const created = Math.floor(now / 1000);
	const list = names.map((name) => `"${name}"`).join(' ');
	const parameters = `(${list});keyid="${KEY_ID}";created=${created};expires=${created + LIFETIME_S}`;
	const lower = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const base = dialectBase(names, parameters, { method: 'POST', url, headers: lower }) ?? '';
	const signed = isRfc
		? Buffer.from(base.replace(/^"@target-uri": .*$/m, () => `"@target-uri": ${new URL(url).href}`))
		: createHash('sha512').update(base).digest();
	return {
		...headers,
		'Signature-Input': `sig1=${parameters}`,
		Signature: `sig1=:${sign(null, signed, key).toString('base64')}:`,
	};
}
