import type { IDataObject } from 'n8n-workflow';
import type { Input } from '../types';
import { countProblem } from './countProblem';
import { isRecord } from '../../../../lib/http/isRecord';
import { parseJsonText } from './parseJsonText';
import { ABSENT, type BinaryUse, type FieldsReader, type Reading } from './reading';

/** What the form (`{ item: … }`), an expression or JSON text gave, as a list of groups. */
const entriesOf = (given: unknown): unknown[] => {
	const parsed = typeof given === 'string' ? parseJsonText(given) : given;
	const inner = isRecord(parsed) && 'item' in parsed ? parsed.item : parsed;
	return Array.isArray(inner) ? inner : [inner];
};

/** A group of fields, or a list of them; each group is read by `readFields`. */
export function readGroup(input: Input, given: unknown, readFields: FieldsReader): Reading {
	if (given === '') return ABSENT;
	const groups = entriesOf(given);
	const single = input.type !== 'objects';
	const values: IDataObject[] = [];
	const binaries: BinaryUse[] = [];
	for (const [index, entry] of groups.entries()) {
		if (!isRecord(entry))
			return { problem: `"${input.label}" takes a group of fields or a JSON object` };
		if (Object.keys(entry).length === 0) continue;
		const read = readFields(input.items ?? [], entry);
		if ('problem' in read) {
			// An inline group is no group to the user.
			if (input.type === 'inline') return read;
			const which = groups.length > 1 ? ` ${index + 1}` : '';
			return { problem: `"${input.label}"${which}: ${read.problem}` };
		}
		const place = single ? [] : [values.length];
		binaries.push(...read.binaries.map((use) => ({ ...use, path: [...place, ...use.path] })));
		values.push(read.input);
	}
	if (values.length === 0) return ABSENT;
	const problem = countProblem(single ? { ...input, maxItems: 1 } : input, values.length);
	return problem ? { problem } : { value: single ? values[0] : values, binaries };
}
