import type { IDataObject } from 'n8n-workflow';
import type { Input } from '../types';
import { parseJsonText } from './parseJsonText';
import { ABSENT, type Reading } from './reading';

/** Any JSON: a value that an expression gave, or its text. */
export function readJson({ label }: Pick<Input, 'label'>, given: unknown): Reading {
	if (typeof given !== 'string') return { value: given as IDataObject[string] };
	if (given.trim() === '') return ABSENT;
	const value = parseJsonText(given);
	return value === undefined
		? { problem: `"${label}" is not valid JSON: check its quotes, commas and brackets` }
		: { value: value as IDataObject[string] };
}
