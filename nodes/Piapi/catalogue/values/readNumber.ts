import type { Input } from '../types';
import { ABSENT, type Reading } from './reading';

const range = ({ min, max, exclusiveMin }: Input): string => {
	const low = min === undefined ? '' : exclusiveMin ? `more than ${min}` : `at least ${min}`;
	const high = max === undefined ? '' : `at most ${max}`;
	return [low, high].filter(Boolean).join(' and ');
};

/**
 * A JSON number, also from text such as "5" that an expression gave: the provider refuses
 * numbers sent as strings (docs/reference/piapi.md 1.6).
 */
export function readNumber(input: Input, given: unknown): Reading {
	if (typeof given === 'string' && given.trim() === '') return ABSENT;
	const value = typeof given === 'string' ? Number(given) : given;
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		return {
			problem: `"${input.label}" takes a number, such as ${String(input.default ?? input.min ?? 1)}`,
		};
	}
	if (input.type === 'integer' && !Number.isInteger(value)) {
		return { problem: `"${input.label}" takes a whole number, but got ${value}: round it` };
	}
	const { min = -Infinity, max = Infinity, exclusiveMin } = input;
	if (value < min || value > max || (exclusiveMin && value === min)) {
		return { problem: `"${input.label}" must be ${range(input)}, but got ${value}: change it` };
	}
	return { value };
}
