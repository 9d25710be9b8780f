import { isBlank } from '../../lib/signatures/isBlank';
import { publicKey } from '../../lib/signatures/publicKey';
import type { Scheme } from '../../lib/signatures/scheme';
import { secretKeys } from '../../lib/signatures/secretKeys';
import type { SignedWebhookCredential } from './credential';
import type { Sender } from './senders';

/** What the credential lacks to verify anything by a scheme, with the remedy; undefined when nothing. */
export function keyFault(
	{ name, keyPair }: Sender,
	scheme: Scheme,
	credential: SignedWebhookCredential,
): string | undefined {
	if (keyPair && !isBlank(credential.publicKey)) return publicKeyFault(credential.publicKey);
	if (isBlank(credential.secret)) {
		const or = keyPair ? ', or the public key of the sender into Public Key' : '';
		return `Secret of the Signed Webhook credential is blank, so no delivery can be verified. Paste the signing secret of the sender (${name})${or}`;
	}
	if (scheme.kind !== 'sharedSecret' && secretKeys([credential.secret], scheme.secret).length === 0)
		return `Secret of the Signed Webhook credential is not one of ${name}: copy it again, whole, as the sender shows it (whsec_ and base64)`;
	return undefined;
}

/** Why a public key cannot be used; undefined when it can. */
export function publicKeyFault(text: string): string | undefined {
	return publicKey(text)
		? undefined
		: 'Public Key of the Signed Webhook credential is no ed25519 public key: paste PEM that begins with -----BEGIN PUBLIC KEY-----, an ssh-ed25519 line, or base64 of its 32 bytes (whpk_…)';
}
