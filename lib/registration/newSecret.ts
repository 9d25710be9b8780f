import { randomBytes } from 'node:crypto';

/** A secret for a provider that lets us choose it: 32 random bytes as hex, marked as what it is. */
export function newSecret(): string {
	return `whsec_${randomBytes(32).toString('hex')}`;
}
