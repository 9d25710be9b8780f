import { randomBytes } from 'node:crypto';

/** An id as the provider writes them: a prefix and hex digits. */
export function newId(prefix: string, bytes = 4): string {
	return `${prefix}${randomBytes(bytes).toString('hex')}`;
}
