import type { Input } from '../types';
import { ABSENT, type Reading } from './reading';

/** One of the input's options, in the type the provider wants ("5" becomes 5 where 5 is an option). */
export function readChoice({ label, options = [] }: Input, given: unknown): Reading {
	if (given === '') return ABSENT;
	const found = options.find(({ value }) => String(value) === String(given));
	if (found) return { value: found.value };
	const known = options.map(({ value }) => String(value)).join(', ');
	return { problem: `"${label}" does not know ${JSON.stringify(given)}: use one of ${known}` };
}
