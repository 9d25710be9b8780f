import { timingSafeEqual } from 'node:crypto';

/** Whether two byte strings are equal, in a time that tells nothing but their lengths. */
export function equalBytes(one: Buffer, other: Buffer): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}
