import type { Input } from '../types';
import { ABSENT, type Reading } from './reading';

/** A text; numbers and booleans that an expression gave become text. */
export function readText({ label, maxLength = Infinity }: Input, given: unknown): Reading {
	if (typeof given === 'object') {
		return {
			problem: `"${label}" takes text, but got ${Array.isArray(given) ? 'a list' : 'an object'}`,
		};
	}
	const value = String(given);
	if (value.trim() === '') return ABSENT;
	if (value.length > maxLength) {
		return {
			problem: `"${label}" may have at most ${maxLength} characters, but has ${value.length}: shorten it`,
		};
	}
	return { value };
}
