import { createHash } from 'node:crypto';
import type { Keys } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import type { Sender } from './senders.mts';
import { BODY, NOW, post, SECRET, token } from './signing.mts';

export const LIVEKIT_KEYS: Keys = { secrets: [SECRET], issuers: ['APIkey1'] };

/** Claims as LiveKit makes them for a body. */
export function livekitClaims(body: Buffer): Record<string, unknown> {
	const at = NOW / 1000;
	const sha256 = createHash('sha256').update(body).digest('base64');
	return { iss: 'APIkey1', nbf: at, exp: at + 300, sha256 };
}

export const livekit: Sender = {
	name: 'LiveKit',
	scheme: schemes.livekit,
	keys: LIVEKIT_KEYS,
	sharesSecret: true,
	headers: ['Authorization'],
	send: ({ secret = SECRET, body = BODY } = {}) =>
		post(['Authorization', token(livekitClaims(body), secret)], body),
};
