import type { Place } from './place';
import type { SenderDefinition } from './senderDefinition';
import { standardWebhooks } from '../../lib/signatures/schemes';

const ANY_TYPE: readonly Place[] = [{ path: 'type' }, { path: 'event' }];

/** What is the same of all that are put together in the form: nothing is known of their events. */
const UNKNOWN = { id: [], type: ANY_TYPE, occurredAt: [] };

/** Ways to sign that are nobody's own; those without a `scheme` are put together in the form. */
export const genericSenders = {
	/** The id is signed, the body should have type, timestamp, data. */
	standardWebhooks: {
		name: 'Standard Webhooks',
		scheme: standardWebhooks,
		keyPair: true,
		id: [],
		type: ANY_TYPE,
		occurredAt: [{ path: 'timestamp' }],
		data: 'data',
		setup:
			'At the sender: add an endpoint with the <b>production URL</b> above and copy its signing secret (<code>whsec_…</code>) into <b>Secret</b> of the credential. Where it signs with a key pair (<code>v1a</code>), copy its public key (<code>whpk_…</code>) into <b>Public Key</b> instead.',
		source: 'https://www.standardwebhooks.com',
	},
	custom: {
		name: 'Custom',
		...UNKNOWN,
		setup:
			"At the sender: paste the <b>production URL</b> above, and its signing secret into <b>Secret</b> of the credential. Look up the values below in the sender's docs on verifying signatures.",
		source: 'the form',
	},
	publicKey: {
		name: 'Public Key',
		keyPair: 'only',
		...UNKNOWN,
		setup:
			"At the sender: paste the <b>production URL</b> above. Its public key goes into <b>Public Key</b> of the credential (PEM, certificate, JWK, base64 or hex), or the address of its keys into <b>JWKS URL</b>. Look up the values below in the sender's docs on verifying signatures.",
		source: 'the form',
	},
	jwt: {
		name: 'JWT',
		keyPair: true,
		...UNKNOWN,
		setup:
			'At the sender: paste the <b>production URL</b> above. For HS256 its secret goes into <b>Secret</b> of the credential, else its public key into <b>Public Key</b> or the address of its keys into <b>JWKS URL</b>.',
		source: 'the form',
	},
	/** docs/reference/livekit.md */
	bodyJwt: {
		name: 'Body JWT',
		id: [{ path: 'id' }],
		type: ANY_TYPE.toReversed(),
		occurredAt: [{ path: 'createdAt' }],
		setup:
			'In LiveKit, under <b>Settings → Webhooks</b>: paste the <b>production URL</b> above and choose the API key that signs. Its <b>API secret</b> goes into <b>Secret</b> of the credential, the API key into <b>Issuer</b>.',
		source: 'docs/reference/livekit.md',
	},
	messageSignature: {
		name: 'Message Signature',
		keyPair: true,
		...UNKNOWN,
		setup:
			'At the sender: paste the <b>production URL</b> above. Copy its ed25519 public key into <b>Public Key</b> of the credential, or a shared key for HMAC-SHA256 into <b>Secret</b>; the public key goes first where both are set. Signatures must have <code>created</code> and cover <code>content-digest</code>, <code>@method</code> and <code>@target-uri</code>.',
		source: 'RFC 9421',
	},
	secretHeader: {
		name: 'Secret Header',
		...UNKNOWN,
		setup:
			'At the sender: paste the <b>production URL</b> above, and have it send <b>Secret</b> of the credential at the place below. That tells who sent a delivery but protects neither its content nor against a replay: where the sender can sign, choose how it signs.',
		source: 'the form',
	},
	basicAuth: {
		name: 'Basic Authentication',
		scheme: { kind: 'basicAuth' },
		...UNKNOWN,
		setup:
			'At the sender: paste the <b>production URL</b> above, with a user name and a password of your own. The same go into <b>User Name</b> and <b>Secret</b> of the credential. Nothing is signed: where the sender can sign, choose how it signs.',
		source: 'RFC 7617',
	},
} as const satisfies Record<string, SenderDefinition>;
