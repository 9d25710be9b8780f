import type { IDataObject } from 'n8n-workflow';
import { labelOf } from './labelOf';
import type { Task } from './types';
import { isRecord } from '../../../lib/http/isRecord';
import { readFields } from './values/readFields';
import { readJson } from './values/readJson';
import type { BinaryUse } from './values/reading';

export type BuiltInput = { input: IDataObject; binaries: BinaryUse[] } | { problem: string };

const wholeInput = (given: unknown): BuiltInput => {
	const read = readJson({ label: 'Input' }, given);
	if ('problem' in read) return read;
	return 'value' in read && isRecord(read.value)
		? { input: read.value as IDataObject, binaries: [] }
		: { problem: '"Input" must be a JSON object, such as {"prompt": "A lighthouse"}' };
};

/**
 * The `input` of a task from the values of its form fields (by parameter name), checked against
 * the catalogue, or a `problem` that names the field by its label, the limit and the remedy.
 * Empty optional fields are left out; false and 0 are kept. `binaries` lists where the name of a
 * binary field stands in `input`: `placeBinaries` replaces them.
 */
export function buildInput(task: Task, values: IDataObject): BuiltInput {
	if (task.json) return wholeInput(values.input);
	const built = readFields(task.inputs, values);
	if ('problem' in built) return built;
	const label = (name: string) =>
		task.inputs.find((input) => input.name === name)?.label ?? labelOf(name);
	for (const rule of task.rules ?? []) {
		const problem = rule(built.input, label);
		if (problem) return { problem };
	}
	return built;
}
