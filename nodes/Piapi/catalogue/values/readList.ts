import type { IDataObject } from 'n8n-workflow';
import type { Input } from '../types';
import { countProblem } from './countProblem';
import { readMedia } from './readMedia';
import { ABSENT, type BinaryUse, type Reading } from './reading';
import { splitList } from './splitList';

/** A list of texts or files: an array, or text separated by commas or line breaks. */
export function readList(input: Input, given: unknown): Reading {
	const parts = splitList(given);
	if (!parts) return { problem: `"${input.label}" takes a list, or text separated by commas` };
	const { entryName } = input;
	const values: Array<string | IDataObject> = [];
	const binaries: BinaryUse[] = [];
	for (const part of parts) {
		const read = readMedia(input, part);
		if ('problem' in read) return read;
		if ('absent' in read) continue;
		binaries.push(
			...(read.binaries ?? []).map((use) => ({
				...use,
				path: entryName ? [values.length, entryName] : [values.length],
			})),
		);
		const text = String(read.value);
		values.push(entryName ? { [entryName]: text } : text);
	}
	if (values.length === 0) return ABSENT;
	const problem = countProblem(input, values.length);
	return problem ? { problem } : { value: values as IDataObject[string], binaries };
}
