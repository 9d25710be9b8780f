import type { Input } from '../types';
import { ABSENT, type Reading } from './reading';

/** One of the input's options, in the type the provider wants ("5" becomes 5 where 5 is an option). */
export function readChoice({ label, options = [] }: Input, given: unknown): Reading {
	if (given === '') return ABSENT;
	const known = options.map(({ value }) => String(value)).join(', ');
	if (typeof given === 'object') return { problem: `"${label}" takes one of ${known}` };
	const found = options.find(({ value }) => String(value) === String(given));
	if (found) return { value: found.value };
	return { problem: `"${label}" does not know ${String(given).slice(0, 60)}: use one of ${known}` };
}
