import type { IDataObject } from 'n8n-workflow';
import { parameterName } from '../parameterName';
import type { Input } from '../types';
import { readBoolean } from './readBoolean';
import { readChoice } from './readChoice';
import { readGroup } from './readGroup';
import { readJson } from './readJson';
import { readList } from './readList';
import { readMedia } from './readMedia';
import { readNumber } from './readNumber';
import { ABSENT, type BinaryUse, type FieldsReader, type Reading } from './reading';

const readers: Record<
	Input['type'],
	(input: Input, given: unknown, readFields: FieldsReader) => Reading
> = {
	string: readMedia,
	integer: readNumber,
	number: readNumber,
	boolean: readBoolean,
	choice: readChoice,
	strings: readList,
	object: readGroup,
	inline: readGroup,
	objects: readGroup,
	json: readJson,
	fixed: ({ fixed }) => ({ value: fixed }),
};

const read = (input: Input, values: Record<string, unknown>): Reading => {
	const name = parameterName(input.name);
	if (input.type === 'inline') return readGroup(input, values, readFields);
	const given = Object.hasOwn(values, name) ? values[name] : undefined;
	if (input.type !== 'fixed' && (given === undefined || given === null)) return ABSENT;
	return readers[input.type](input, given, readFields);
};

/** All inputs from the values of their form fields, or the first thing that cannot be sent. */
export const readFields: FieldsReader = (inputs, values) => {
	const input: IDataObject = {};
	const binaries: BinaryUse[] = [];
	for (const field of inputs) {
		const reading = read(field, values);
		if ('problem' in reading) return reading;
		if ('value' in reading) {
			input[field.name] = reading.value;
			const uses = reading.binaries ?? [];
			binaries.push(...uses.map((use) => ({ ...use, path: [field.name, ...use.path] })));
		} else if (field.required) {
			return { problem: `"${field.label}" is empty: fill it in` };
		}
	}
	return { input, binaries };
};
