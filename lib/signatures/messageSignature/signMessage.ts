import { type KeyObject, sign } from 'node:crypto';
import type { Found } from '../found';
import { mac } from '../mac';
import type { Dialect } from './dialects';
import { parseDictionary } from './parseDictionary';
import { signableMessage } from './signableMessage';
import { signatureBase } from './signatureBase';
import { signedBytes } from './signedBytes';
import { type InnerList, serializeInnerList } from './structuredFields';

/** Parameters of a signature (RFC 9421, 2.3), written in the order given; times in seconds. */
export interface SignatureParameters {
	created?: number;
	expires?: number;
	keyid?: string;
	alg?: string;
	nonce?: string;
	tag?: string;
}

/** How a request is signed. */
export interface Signing {
	/** An ed25519 private key, or a secret key for HMAC-SHA256. */
	key: KeyObject;
	/**
	 * In the order and the case to be written. Each must be there: what is missing is not left out
	 * silently.
	 */
	components: readonly string[];
	parameters: SignatureParameters;
	dialect: Dialect;
	label?: string;
}

/**
 * The headers that sign a request; a problem where a component is missing or a parameter cannot be
 * written.
 */
export function signMessage(
	request: { method: string; url: string; headers: Readonly<Record<string, string>> },
	{ key, components, parameters, dialect, label = 'sig1' }: Signing,
): Found<{ 'Signature-Input': string; Signature: string }> {
	const { method, url, headers } = request;
	const message = signableMessage({ method, url, rawHeaders: Object.entries(headers).flat() });
	if (!message) return { problem: 'the URL is not absolute' };
	const list: InnerList = {
		items: components.map((value) => ({ value, parameters: new Map() })),
		parameters: new Map(Object.entries(parameters).filter(([, value]) => value !== undefined)),
	};
	const input = `${label}=${serializeInnerList(list)}`;
	if (!parseDictionary(input))
		return { problem: 'the label or a signature parameter is malformed' };
	const base = signatureBase(list, message, dialect);
	if (base.problem !== undefined) return base;
	const signature = signedWith(key, signedBytes(base.value, dialect));
	if (!signature) return { problem: 'the key is neither an ed25519 private key nor a secret' };
	const Signature = `${label}=:${signature.toString('base64')}:`;
	return { value: { 'Signature-Input': input, Signature } };
}

function signedWith(key: KeyObject, bytes: Buffer): Buffer | undefined {
	if (key.type === 'secret') return mac('sha256', key, [bytes]);
	const signs = key.type === 'private' && key.asymmetricKeyType === 'ed25519';
	return signs ? sign(null, bytes, key) : undefined;
}
