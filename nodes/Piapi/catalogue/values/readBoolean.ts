import type { Input } from '../types';
import { ABSENT, type Reading } from './reading';

/** A JSON boolean, also from the texts "true" and "false" that an expression gave. */
export function readBoolean({ label }: Input, given: unknown): Reading {
	if (typeof given === 'boolean') return { value: given };
	const text = typeof given === 'string' ? given.trim().toLowerCase() : given;
	if (text === '') return ABSENT;
	if (text === 'true' || text === 'false') return { value: text === 'true' };
	return { problem: `"${label}" takes true or false` };
}
