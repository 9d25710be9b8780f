import {
	createHash,
	createHmac,
	createPublicKey,
	createSecretKey,
	sign,
	timingSafeEqual,
	verify,
} from 'node:crypto';
import type { Work } from '../measure/microseconds.mts';
import { PAIR, SECRET } from '../../../test/contract/support/signedSenders.mts';

/** As long as a signature base or a token is. */
const LINES = Buffer.alloc(320, 'a line of what is signed ');
const KEY = createSecretKey(Buffer.from(SECRET));
const PUBLIC_KEY = createPublicKey(PAIR.privateKey);

/** The least that has to be computed to check a delivery: node:crypto and no more, keys made ready. */
export const raw = {
	/** A MAC over some text and the body. */
	mac: (body: Buffer, before: string, algorithm = 'sha256'): Work => {
		return () => createHmac(algorithm, KEY).update(before).update(body).digest();
	},
	/** A signature over some text and the body. */
	seal(body: Buffer, before: string): Work {
		const whole = () => Buffer.concat([Buffer.from(before), body]);
		const seal = sign(null, whole(), PAIR.privateKey);
		return () => verify(null, whole(), PUBLIC_KEY, seal);
	},
	/** The body's digest, and a MAC over some lines with it. */
	digestAndMac: (body: Buffer, algorithm: string): Work => {
		return () => {
			createHash(algorithm).update(body).digest();
			return createHmac('sha256', KEY).update(LINES).digest();
		};
	},
	/** The body's digest, and a signature over some lines with it. */
	digestAndSeal(body: Buffer): Work {
		const seal = sign(null, LINES, PAIR.privateKey);
		return () => {
			createHash('sha512').update(body).digest();
			return verify(null, LINES, PUBLIC_KEY, seal);
		};
	},
	/** Two texts compared. */
	equal(): Work {
		const [one, other] = [Buffer.from(SECRET), Buffer.from(SECRET)];
		return () => timingSafeEqual(one, other);
	},
};
