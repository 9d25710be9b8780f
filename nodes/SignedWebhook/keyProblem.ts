import { isBlank } from '../../lib/signatures/isBlank';
import { publicKeysIn } from '../../lib/signatures/publicKey';
import type { Scheme } from '../../lib/signatures/scheme';
import { secretKeys } from '../../lib/signatures/secretKeys';
import type { SignedWebhookCredential } from './credential';
import type { SenderDefinition } from './senderDefinition';

/** What the credential lacks to verify anything by a scheme, with the remedy; undefined when nothing. */
export function keyProblem(
	{ name, keyPair, keysFrom, mustRepeat }: SenderDefinition,
	scheme: Scheme,
	credential: SignedWebhookCredential,
): string | undefined {
	if (!isBlank(credential.publicKey) && (keyPair || keysFrom)) {
		const problem = publicKeyProblem(credential.publicKey);
		if (problem) return problem;
		if (scheme.kind === 'messageSignature' || scheme.kind === 'hmac') return edOnly(credential);
		if (!needsSecret(scheme, mustRepeat)) return undefined;
	}
	const hasKeys = keysFrom !== undefined || credential.jwksUrl !== '';
	if (keyPair && hasKeys) return undefined;
	if (keyPair === 'only')
		return `Public Key of the Signed Webhook credential is blank, so no delivery can be verified. Paste the public key of the sender (${name})`;
	if (isBlank(credential.secret)) {
		const or = keyPair ? ', or the public key of the sender into Public Key' : '';
		return `Secret of the Signed Webhook credential is blank, so no delivery can be verified. Paste the signing secret of the sender (${name})${or}`;
	}
	if (scheme.kind === 'basicAuth' && credential.username === '')
		return 'User Name of the Signed Webhook credential is blank: fill in the one that the sender signs in with';
	if ('secret' in scheme && secretKeys([credential.secret], scheme.secret).length === 0)
		return `Secret of the Signed Webhook credential is not one of ${name}: copy it again, whole, as the sender shows it (${formOf(scheme.secret.encoding)})`;
	return undefined;
}

/** Whether a sender with a key pair has a secret beside it that says whose deliveries are wanted. */
function needsSecret(scheme: Scheme, mustRepeat: unknown): boolean {
	if (mustRepeat) return true;
	if (scheme.kind === 'publicKey') return scheme.content.includes('{secret}');
	return scheme.kind === 'jwt' && JSON.stringify(scheme.claims ?? {}).includes('{secret}');
}

function formOf(encoding: 'utf8' | 'base64' | 'hex'): string {
	if (encoding === 'hex') return 'hex digits';
	return encoding === 'base64' ? 'whsec_ and base64, or base64 alone' : 'any text';
}

const FORMS =
	'paste PEM that begins with -----BEGIN PUBLIC KEY-----, a certificate, a JWK, an ssh-ed25519 line, base64 of it (whpk_…), or hex of 32 bytes';

/** Why a public key cannot be used; undefined when it can. */
export function publicKeyProblem(text: string): string | undefined {
	return publicKeysIn(text).length > 0
		? undefined
		: `Public Key of the Signed Webhook credential is no public key (ed25519, ECDSA or RSA): ${FORMS}`;
}

function edOnly({ publicKey }: SignedWebhookCredential): string | undefined {
	return publicKeysIn(publicKey).some(({ key }) => key.asymmetricKeyType === 'ed25519')
		? undefined
		: `Public Key of the Signed Webhook credential is no ed25519 public key: ${FORMS}`;
}
