import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Found } from '../found';

/**
 * An ed25519 private key of PEM text as users paste it: with real new lines or with `\n`. Each
 * thing that is often pasted in its place has its own message (docs/reference/pipevest.md 4).
 */
export function privateKey(pem: string): Found<KeyObject> {
	const text = pem.replaceAll('\\n', '\n').trim();
	if (text === '') return { problem: 'The private key is empty' };
	if (text.startsWith('ssh-') || text.includes('-----BEGIN PUBLIC KEY-----')) {
		return { problem: 'This is a public key: paste the private key that belongs to it' };
	}
	if (text.includes('ENCRYPTED')) {
		return {
			problem: 'The private key is encrypted: decrypt it with openssl pkey and paste the result',
		};
	}
	if (text.includes('-----BEGIN OPENSSH PRIVATE KEY-----')) {
		return {
			problem:
				'The private key is in OpenSSH form: make one with openssl genpkey -algorithm ed25519',
		};
	}
	const key = read(text);
	if (!key)
		return {
			problem: 'The private key is not PEM text that begins with -----BEGIN PRIVATE KEY-----',
		};
	if (key.asymmetricKeyType !== 'ed25519') {
		return { problem: `The private key is ${key.asymmetricKeyType}: an ed25519 key is needed` };
	}
	return { value: key };
}

function read(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		return undefined;
	}
}
