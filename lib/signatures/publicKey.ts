import { createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { decode } from './decode';
import { memoize } from './memoize';
import { ed25519Key, opensshKey } from './opensshKey';
import { parseJson } from './parseJson';

/** A public key, and the id by which a JWK says that it may be asked for. */
export interface NamedKey {
	key: KeyObject;
	id?: string;
}

/** More keys than any sender has in use. */
const MOST_KEYS = 50;

const TYPES = ['ed25519', 'ec', 'rsa'];

const read = memoize((text): NamedKey[] => {
	const trimmed = text.replaceAll('\\n', '\n').trim();
	if (trimmed.startsWith('{')) return jsonWebKeys(trimmed);
	const key = usable(() => keyIn(trimmed));
	return key ? [{ key }] : [];
}, 256);

function keyIn(text: string): KeyObject | undefined {
	// A private key would do as well, but has no business where a public one is asked for.
	if (text.startsWith('-----BEGIN PUBLIC KEY-----')) return createPublicKey(text);
	if (text.startsWith('-----BEGIN CERTIFICATE-----')) return new X509Certificate(text).publicKey;
	if (text.startsWith('-----')) return undefined;
	if (text.startsWith('ssh-')) return opensshKey(text);
	if (/^[0-9a-fA-F]{64}$/.test(text)) return ed25519Key(decode(text, 'hex'));
	const bytes = decode(text.replace(/^whpk_/, '').replace(/\s/g, ''), 'base64');
	if (bytes?.length === 32) return ed25519Key(bytes);
	return bytes && createPublicKey({ key: bytes, format: 'der', type: 'spki' });
}

/** One JWK, or a set of them; those that cannot verify a signature are left out. */
function jsonWebKeys(json: string): NamedKey[] {
	const value = parseJson(Buffer.from(json)) as { keys?: unknown } | undefined;
	const list = (Array.isArray(value?.keys) ? value.keys : [value]) as Array<
		(JsonWebKey & { kid?: unknown }) | undefined
	>;
	return list.slice(0, MOST_KEYS).flatMap((jwk) => {
		// Of a private key the public part would do, but it should not be here.
		if (typeof jwk !== 'object' || jwk === null || jwk.d !== undefined) return [];
		const key = usable(() => createPublicKey({ key: jwk, format: 'jwk' }));
		if (!key) return [];
		return [{ key, ...(typeof jwk.kid === 'string' && { id: jwk.kid }) }];
	});
}

function usable(make: () => KeyObject | undefined): KeyObject | undefined {
	try {
		const key = make();
		return TYPES.includes(key?.asymmetricKeyType ?? '') ? key : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The public keys in a text, as senders show them: PEM (new lines real or as `\n`), a certificate, an
 * OpenSSH line, base64 of an SPKI structure, base64 (with or without `whpk_`) or hex of the 32 bytes
 * of ed25519, a JWK or a set of them.
 */
export function publicKeysIn(text: string): NamedKey[] {
	return read(text);
}

/** All keys of several texts. */
export function allPublicKeys(texts: readonly string[] = []): KeyObject[] {
	return texts.flatMap(publicKeysIn).map(({ key }) => key);
}

/** The first ed25519 key of a text, if it has one. */
export function publicKey(text: string): KeyObject | undefined {
	return publicKeys([text])[0];
}

/** The ed25519 keys among texts. */
export function publicKeys(texts: readonly string[] = []): KeyObject[] {
	return allPublicKeys(texts).filter((key) => key.asymmetricKeyType === 'ed25519');
}
