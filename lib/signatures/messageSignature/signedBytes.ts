import { createHash } from 'node:crypto';
import type { Dialect } from './dialects';

/** The bytes that the key signs for a signature base, which is ASCII. */
export function signedBytes(base: string, { signs }: Dialect): Buffer {
	return signs === 'base' ? Buffer.from(base) : createHash('sha512').update(base).digest();
}
