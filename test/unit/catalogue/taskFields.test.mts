import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import {
	NodeHelpers,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { taskFields } from '../../../dist/nodes/Piapi/catalogue/fields/taskFields.js';
import { families } from '../../../dist/nodes/Piapi/catalogue/index.js';
import { parameterName } from '../../../dist/nodes/Piapi/catalogue/parameterName.js';
import { taskValues } from '../../../dist/nodes/Piapi/catalogue/taskValues.js';
import type { Family, Task } from '../../../dist/nodes/Piapi/catalogue/types.js';

const fields = taskFields;
const all = families;

/** What the node itself puts before these fields. */
const chosen = ['resource', 'operation'].map(
	(name): INodeProperties => ({ displayName: name, name, type: 'string', default: '' }),
);

const nested = (field: INodeProperties): INodeProperties[] => {
	const options = field.options ?? [];
	if (field.type === 'collection') return options as INodeProperties[];
	if (field.type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
};
const withNested = (field: INodeProperties): INodeProperties[] => [
	field,
	...nested(field).flatMap(withNested),
];
const every = fields.flatMap(withNested);

/** What the editor shows for a task, as n8n decides it from `displayOptions`. */
const shown = (family: string, task: string) =>
	fields.filter(({ displayOptions }) =>
		Object.entries({ resource: 'task', operation: 'create', family, task }).every(
			([name, value]) => displayOptions?.show?.[name]?.includes(value) ?? true,
		),
	);

const tasks: Array<[string, Family, Task]> = all.flatMap((family) =>
	family.tasks.map((task): [string, Family, Task] => [`${family.name} ${task.id}`, family, task]),
);

describe('the fields made from the catalogue', () => {
	it.each(tasks)('show every input of %s once, required ones in front', (_, family, task) => {
		const names = shown(family.name, task.id).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);

		const form = shown(family.name, task.id);
		const additional = form.find(({ name }) => name === 'additionalFields');
		const inFront = form.map(({ name }) => name);
		const behind = (additional?.options ?? []).map(({ name }) => name);
		if (task.json) {
			expect(inFront).toContain('input');
			return;
		}
		for (const { name, type, required, upfront } of task.inputs) {
			if (type === 'fixed') continue;
			const place = required || upfront ? inFront : behind;
			expect(place.filter((shownName) => shownName === parameterName(name))).toHaveLength(1);
		}
		const asked = task.inputs.filter(({ type }) => type !== 'fixed').length;
		const own = inFront.filter(
			(name) => !['family', 'task', 'familyNotice', 'additionalFields'].includes(name),
		);
		expect(own.length + behind.length).toBe(asked);
	});

	it.each(tasks)('are stored and read back by n8n for %s', (_, family, task) => {
		const node = { typeVersion: 1 };
		const resolve = (parameters: object, withDefaults: boolean) =>
			NodeHelpers.getNodeParameters(
				[...chosen, ...fields],
				parameters as never,
				withDefaults,
				false,
				node,
				{ properties: fields } as never,
			) as Record<string, unknown>;
		const choice = { resource: 'task', operation: 'create', family: family.name, task: task.id };
		const stored = resolve({ ...choice, prompt: 'a', additionalFields: { gone: 1 } }, false);
		const read = resolve(stored, true);
		const values = taskValues(task, (name: string) => {
			expect(Object.keys(read)).toContain(name);
			return read[name];
		});
		expect(Object.keys(values)).not.toContain('gone');
		for (const { name, required } of task.inputs.filter(({ type }) => type !== 'fixed')) {
			if (required) expect(Object.keys(values)).toContain(parameterName(name));
		}
	});

	it('offers every family, and custom with model, task type and JSON', () => {
		const options = (fields[0].options as INodePropertyOptions[]).map(({ value }) => value);
		expect([...options].sort()).toEqual([...all.map(({ name }) => name), 'custom'].sort());
		expect(shown('custom', '').map(({ name, required }) => [name, required])).toEqual([
			['family', undefined],
			['model', true],
			['taskType', true],
			['input', true],
		]);
	});

	it('gives every task an ID of its own in its family, in the documented form', () => {
		for (const { tasks: own } of all) {
			expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
			for (const { id, model, taskType } of own) {
				expect(id === `${model}:${taskType}` || id.startsWith(`${model}:${taskType}:`)).toBe(true);
			}
		}
	});

	it('says that a service is about to end', () => {
		for (const family of ['midjourney', 'suno']) {
			const notice = shown(family, '').find(({ type }) => type === 'notice');
			expect(notice?.displayName).toMatch(/announced the end|has stopped/);
		}
	});

	it("stands in nobody else's way", () => {
		const taken = ['resource', 'operation', 'serviceMode', 'completion', 'notifyUrl', 'options'];
		expect(fields.filter(({ name }) => taken.includes(name))).toEqual([]);
		for (const { displayOptions } of fields) {
			expect(displayOptions?.show).toMatchObject({ resource: ['task'], operation: ['create'] });
		}
	});

	it('says what a form needs to say', () => {
		for (const { displayName, description, placeholder, type, default: start, options } of every) {
			if (type === 'notice') continue;
			expect(displayName).toMatch(/^[A-Z0-9]/);
			expect(`${displayName}: ${description ?? ''}`).not.toMatch(
				/\.$|error|failure|mistake|undefined/,
			);
			if (type === 'string') expect(placeholder).toMatch(/^e\.g\. /);
			if (type === 'options') {
				expect((options as INodePropertyOptions[]).map(({ value }) => value)).toContain(start);
			}
		}
	});

	it('keeps the rules that n8n has for nodes', () => {
		// The rules read source text, so what is generated is written out as source.
		const text = JSON.stringify(fields, null, '\t')
			.replace(/"(\w+)":/g, '$1:')
			.replace(
				/"((?:[^"\\]|\\.)*)"/g,
				(_, inner: string) => `'${inner.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`,
			);
		const { stdout } = spawnSync(
			process.execPath,
			[
				...['node_modules/eslint/bin/eslint.js', '--format', 'json', '--stdin'],
				...['--stdin-filename', 'nodes/Piapi/catalogue/index.ts'],
			],
			{
				cwd: new URL('../../../', import.meta.url),
				input: `import type { INodeProperties } from 'n8n-workflow';\n\nexport const fields: INodeProperties[] = ${text};\n`,
				encoding: 'utf8',
				maxBuffer: 2 ** 28,
			},
		);
		const [{ messages }] = JSON.parse(stdout) as Array<{
			messages: Array<{ ruleId: string; message: string }>;
		}>;
		expect(messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
	});
});
