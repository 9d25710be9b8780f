import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { families } from '../../../dist/nodes/Piapi/catalogue/index.js';
import type { Input, Task } from '../../../dist/nodes/Piapi/catalogue/types.js';

interface ReferenceInput {
	name: string;
	type: string;
	role?: string;
	required?: boolean;
	enum?: Array<string | number>;
	fields?: string[];
	default?: unknown;
	min?: number;
	max?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	exclusiveMin?: boolean;
}

interface Row {
	family: string;
	model: string;
	task_type: string | null;
	label: string;
	status: string;
	outputs: string[];
	inputs: ReferenceInput[];
}

interface Exception {
	family: string;
	task_type?: string;
	input?: string;
	reason: string;
}

const read = <T,>(name: string): T =>
	JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

const rows = read<Row[]>('./reference-rows.json');
const leftOut = read<Exception[]>('./left-out.json');
const differences = read<Array<Exception & { key: string }>>('./differences.json');

const isLeftOut = ({ family, task_type }: Row, input?: string) =>
	leftOut.some(
		(entry) =>
			entry.family === family &&
			(entry.task_type ?? task_type) === task_type &&
			entry.input === input,
	);

const kept = rows.filter((row) => !isLeftOut(row));
const inputsOf = (row: Row) => row.inputs.filter(({ name }) => !isLeftOut(row, name));
const sorted = (names: Iterable<string>) => [...names].sort();
const namesOf = (task: Task) =>
	sorted(task.json ? Object.keys(task.json.template) : task.inputs.map(({ name }) => name));

const tasks: Array<Task & { family: string }> = families.flatMap(
	({ name, tasks: own }: { name: string; tasks: Task[] }) =>
		own.map((task) => ({ ...task, family: name })),
);

/** Kling has several forms of one pair of model and task type: their inputs tell them apart. */
const candidates = (row: Row) =>
	tasks.filter(
		(task) =>
			task.family === row.family &&
			task.model === row.model &&
			task.taskType === row.task_type &&
			namesOf(task).join() === sorted(inputsOf(row).map(({ name }) => name)).join(),
	);

const TYPES: Record<Input['type'], string[]> = {
	string: ['string'],
	choice: ['string', 'integer'],
	integer: ['integer'],
	number: ['number'],
	boolean: ['boolean'],
	strings: ['array'],
	objects: ['array'],
	object: ['object'],
	inline: [],
	json: ['object'],
	fixed: ['string'],
};

const LIMITS = ['min', 'max', 'maxLength', 'minItems', 'maxItems', 'exclusiveMin'] as const;

/** What can be compared of an input here and of its reference. */
const ours = (input: Input): Record<string, unknown> => ({
	required: input.type === 'fixed' || Boolean(input.required),
	role: input.media ? `${input.media.kind}_url` : input.role,
	options: input.options && sorted(input.options.map(({ value }) => String(value))),
	...Object.fromEntries(LIMITS.map((limit) => [limit, input[limit]])),
});

const theirs = (input: Input, reference: ReferenceInput): Record<string, unknown> => ({
	required: input.type === 'fixed' || Boolean(reference.required),
	role: reference.role ?? 'other',
	options:
		input.type === 'fixed' ? undefined : reference.enum && sorted(reference.enum.map(String)),
	...Object.fromEntries(LIMITS.map((limit) => [limit, reference[limit]])),
});

const pairs = kept.flatMap((row) =>
	candidates(row).flatMap((task) =>
		task.inputs.map((input) => ({
			row,
			input,
			reference: row.inputs.find(({ name }) => name === input.name) as ReferenceInput,
		})),
	),
);

const isListed = (row: Row, input: string, key: string) =>
	differences.some(
		(entry) =>
			entry.family === row.family &&
			(entry.task_type ?? row.task_type) === row.task_type &&
			entry.input === input &&
			entry.key === key,
	);

describe('the catalogue against the reference', () => {
	it.each(kept.map((row) => [`${row.family}: ${row.label}`, row] as const))(
		'has %s with all its inputs',
		(_, row) => {
			expect(candidates(row).length).toBeGreaterThanOrEqual(1);
		},
	);

	it('has no task that the reference has not', () => {
		const found = new Set(kept.flatMap(candidates).map(({ family, id }) => `${family} ${id}`));
		expect(sorted(found)).toEqual(sorted(tasks.map(({ family, id }) => `${family} ${id}`)));
		expect(tasks).toHaveLength(kept.length);
	});

	it('gives a reason for everything left out or different', () => {
		expect(rows.filter((row) => isLeftOut(row)).map(({ family }) => family)).toEqual([
			'llm',
			'gpt-image',
		]);
		for (const { reason } of [...leftOut, ...differences]) expect(reason).toMatch(/\w+ \w+/);
	});

	it('asks for JSON exactly where the reference does not know the fields', () => {
		for (const row of kept) {
			for (const task of candidates(row)) expect(Boolean(task.json)).toBe(row.status === 'unknown');
		}
	});

	it('has the types, roles, limits and options of the reference, but for listed differences', () => {
		const found: unknown[] = [];
		for (const { row, input, reference } of pairs) {
			const { family, task_type } = row;
			if (!TYPES[input.type].includes(reference.type)) {
				found.push({ family, task_type, input: input.name, key: 'type', is: input.type });
			}
			const [mine, wanted] = [ours(input), theirs(input, reference)];
			for (const key of Object.keys(mine)) {
				if (JSON.stringify(mine[key]) === JSON.stringify(wanted[key])) continue;
				if (isListed(row, input.name, key)) continue;
				found.push({
					family,
					task_type,
					input: input.name,
					key,
					is: mine[key],
					wanted: wanted[key],
				});
			}
		}
		expect(found).toEqual([]);
	});

	it('has the fields of every group', () => {
		for (const { input, reference } of pairs) {
			if (!input.items || !reference.fields) continue;
			expect(sorted(input.items.map(({ name }) => name))).toEqual(sorted(reference.fields));
		}
	});

	it('says where the results are as the reference does', () => {
		for (const row of kept) {
			const wanted = row.outputs.map((path) => path.replace(/^output\.?/, '')).filter(Boolean);
			for (const task of candidates(row)) expect(sorted(task.outputs)).toEqual(sorted(wanted));
		}
	});
});
