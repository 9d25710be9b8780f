import { createPublicKey, type KeyObject } from 'node:crypto';
import { decode } from './decode';
import { memoize } from './memoize';
import { ed25519Key, opensshKey } from './opensshKey';

function pemKey(pem: string): KeyObject | undefined {
	try {
		const key = createPublicKey(pem);
		return key.asymmetricKeyType === 'ed25519' ? key : undefined;
	} catch {
		return undefined;
	}
}

const read = memoize((text) => {
	const trimmed = text.replaceAll('\\n', '\n').trim();
	// A private key would do as well, but has no business where a public one is asked for.
	if (trimmed.startsWith('-----BEGIN PUBLIC KEY-----')) return { key: pemKey(trimmed) };
	if (trimmed.startsWith('ssh-')) return { key: opensshKey(trimmed) };
	const base64 = trimmed.startsWith('whpk_') ? trimmed.slice('whpk_'.length) : trimmed;
	return { key: ed25519Key(decode(base64, 'base64')) };
}, 256);

/**
 * An ed25519 public key as senders show it: PEM (new lines real or as `\n`), an OpenSSH line, or
 * base64 of the 32 bytes with or without `whpk_` (Standard Webhooks); undefined for anything else.
 */
export function publicKey(text: string): KeyObject | undefined {
	return read(text).key;
}

/** The keys among texts that are one. */
export function publicKeys(texts: readonly string[] = []): KeyObject[] {
	return texts.map(publicKey).filter((key) => key !== undefined);
}
