import { generateKeyPairSync } from 'node:crypto';
import type { SenderDefinition } from '../../dist/nodes/SignedWebhook/senderDefinition.js';
import type { Order } from '../../tools/sign/signer.mts';

const ed25519 = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const pem = ({ publicKey }: typeof ed25519) =>
	publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** The public halves of the keys that test senders sign with. */
export const PUBLIC_KEYS = { ed25519: pem(ed25519), ec: pem(ec), rsa: pem(rsa) };
export const PRIVATE_KEYS = {
	ed25519: ed25519.privateKey,
	ec: ec.privateKey,
	rsa: rsa.privateKey,
};

const BYTES = Buffer.from('k3mB2xQ9rFvT7nLpJhYwS4eU');

/** A secret as a sender shows it. */
export function secretOf({ scheme }: SenderDefinition, bytes: Buffer = BYTES): string {
	const { encoding = 'utf8', prefix = '' } = scheme && 'secret' in scheme ? scheme.secret : {};
	return prefix + bytes.toString(encoding === 'utf8' ? 'latin1' : encoding);
}

/** The credential with which deliveries of a sender are verified. */
export function credentialOf(sender: SenderDefinition): Record<string, string> {
	const secret = secretOf(sender);
	const publicKey = sender.keyPair === 'only' || sender.keysFrom ? keyOf(sender) : '';
	return { secret, previousSecret: '', publicKey, username: 'user' };
}

function keyOf({ scheme }: SenderDefinition): string {
	if (scheme?.kind !== 'publicKey') return PUBLIC_KEYS.rsa;
	if (scheme.algorithm === 'ed25519') return PUBLIC_KEYS.ed25519;
	return scheme.algorithm === 'ecdsa' ? PUBLIC_KEYS.ec : PUBLIC_KEYS.rsa;
}

export function orderOf(sender: SenderDefinition, more: Partial<Order> & { url: string }): Order {
	return {
		secret: secretOf(sender),
		username: 'user',
		keys: PRIVATE_KEYS,
		at: Date.now(),
		id: 'evt-1',
		...more,
	};
}
