import type { Delivery } from './delivery';
import type { Window } from './freshness';
import type { Verdict } from './verdict';
import { verifyBodyJwt } from './bodyJwt';
import { verifyHmac } from './hmac';
import { verifyMessageSignature } from './messageSignature/verifyMessageSignature';
import type { Keys, Scheme } from './scheme';
import { verifySharedSecret } from './sharedSecret';

/**
 * Checks a delivery as its scheme demands. Whatever was sent, the answer is a verdict and never an
 * exception.
 */
export function verify(scheme: Scheme, keys: Keys, delivery: Delivery, window: Window): Verdict {
	switch (scheme.kind) {
		case 'sharedSecret':
			return verifySharedSecret(scheme, keys, delivery);
		case 'hmac':
			return verifyHmac(scheme, keys, delivery, window);
		case 'bodyJwt':
			return verifyBodyJwt(scheme, keys, delivery, window);
		case 'messageSignature':
			return verifyMessageSignature(scheme, keys, delivery, window);
	}
}
