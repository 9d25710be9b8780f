import type { Delivery } from './delivery';
import type { ReplayWindow } from './freshness';
import type { Verdict } from './verdict';
import { verifyHmac } from './hmac';
import { verifyJwt } from './jwt';
import { verifyMessageSignature } from './messageSignature/verifyMessageSignature';
import type { Keys, Scheme } from './scheme';
import { verifyPublicKey } from './publicKeySignature';
import { verifyBasicAuth, verifySharedSecret } from './sharedSecret';

/**
 * Checks a delivery as its scheme demands. Whatever was sent, the answer is a verdict and never an
 * exception.
 */
export function verify(
	scheme: Scheme,
	keys: Keys,
	delivery: Delivery,
	window: ReplayWindow,
): Verdict {
	switch (scheme.kind) {
		case 'sharedSecret':
			return verifySharedSecret(scheme, keys, delivery);
		case 'hmac':
			return verifyHmac(scheme, keys, delivery, window);
		case 'basicAuth':
			return verifyBasicAuth(keys, delivery);
		case 'publicKey':
			return verifyPublicKey(scheme, keys, delivery, window);
		case 'jwt':
			return verifyJwt(scheme, keys, delivery, window);
		case 'messageSignature':
			return verifyMessageSignature(scheme, keys, delivery, window);
	}
}
