import { expect } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { buildInput } from '../../../dist/nodes/Piapi/catalogue/buildInput.js';
import { parameterName } from '../../../dist/nodes/Piapi/catalogue/parameterName.js';
import type { Input, Media, Task } from '../../../dist/nodes/Piapi/catalogue/types.js';

/** A filled-in form of a task: the parameters of the node, and the `input` that PiAPI must get. */
export interface Form {
	parameters: IDataObject;
	/** For an item whose media are URLs, and for one whose media are binary fields. */
	inputs: [unknown, unknown];
}

interface Value {
	given: unknown;
	sent: [unknown, unknown];
}

const EXTENSION = { image: 'png', video: 'mp4', audio: 'mp3' };
const UPLOADED = expect.stringMatching(/^http.*\/files\/uploads\/.+\.(png|mp4|mp3)$/) as unknown;
const INLINE = expect.stringMatching(/^data:(image|video|audio)\/\w+;base64,./) as unknown;

const same = (given: unknown, sent = given): Value => ({ given, sent: [sent, sent] });
const merge = (values: Array<[string, Value]>, index: 0 | 1) =>
	Object.fromEntries(values.map(([name, { sent }]) => [name, sent[index]]));

/** The URL of a file for item 0, the name of a binary field for item 1. */
function media({ name, media: { kind, accepts } = {} as Media }: Input): Value {
	if (accepts === 'base64') return same(kind, INLINE);
	const url = `https://files.example/${name}.${EXTENSION[kind]}`;
	return {
		given: `={{ $json.binary ? "${kind}" : "${url}" }}`,
		sent: [url, accepts === 'url' ? UPLOADED : INLINE],
	};
}

function number({ min, max, exclusiveMin, default: start, type }: Input): number {
	if (typeof start === 'number') return start;
	const value = min !== undefined && max !== undefined ? (min + max) / 2 : (min ?? 1);
	const least = exclusiveMin && value === min ? value + 1 : value;
	return type === 'integer' ? Math.floor(least) : least;
}

function list(input: Input): Value {
	const one = input.media ? media(input) : same('a text');
	const entry = (value: unknown) => (input.entryName ? { [input.entryName]: value } : value);
	const count = Math.max(1, input.minItems ?? 1);
	const many = (value: unknown) => Array.from({ length: count }, () => entry(value));
	return { given: Array(count).fill(one.given), sent: [many(one.sent[0]), many(one.sent[1])] };
}

function group(input: Input): Value {
	const { given, inputs } = fill(input.items ?? []);
	const wrap = (value: unknown) => (input.type === 'objects' ? [value] : value);
	// As the form gives it: several groups, or one that is required, come as a list.
	const single = input.type !== 'objects' || input.maxItems === 1;
	const item = single && !input.required ? given : [given];
	return { given: { item }, sent: [wrap(inputs[0]), wrap(inputs[1])] };
}

function valueOf(input: Input): Value {
	switch (input.type) {
		case 'integer':
		case 'number':
			return same(number(input));
		case 'boolean':
			return same(true);
		case 'choice':
			return same(input.options?.[0].value);
		case 'strings':
			return list(input);
		case 'object':
		case 'objects':
			return group(input);
		case 'json':
			return same('{"a":1}', { a: 1 });
		default:
			return input.media ? media(input) : same('a text');
	}
}

/** Some inputs filled in, as a form and as what becomes of it. */
function fill(inputs: Input[]): { given: IDataObject; inputs: [object, object] } {
	const given: IDataObject = {};
	const sent: Array<[string, Value]> = [];
	for (const input of inputs) {
		if (input.type === 'inline') {
			const inner = fill(input.items ?? []);
			Object.assign(given, inner.given);
			sent.push([input.name, { given: undefined, sent: inner.inputs }]);
		} else if (input.type === 'fixed') {
			sent.push([input.name, same(input.fixed)]);
		} else {
			const value = valueOf(input);
			given[parameterName(input.name)] = value.given as never;
			sent.push([input.name, value]);
		}
	}
	return { given, inputs: [merge(sent, 0), merge(sent, 1)] };
}

/** Every way to pick `count` of a list. */
function picks<T>(from: T[], count: number): T[][] {
	if (count === 0) return [[]];
	return from.flatMap((one, index) =>
		picks(from.slice(index + 1), count - 1).map((rest) => [one, ...rest]),
	);
}

const MOST_CHANGES = 3;

/** The nearest set of inputs that no rule of the task objects to. */
function allowed(task: Task, start: Input[], changeable: Input[]): Input[] {
	for (let changes = 0; changes <= MOST_CHANGES; changes++) {
		for (const changed of picks(changeable, changes)) {
			const chosen = task.inputs.filter(
				(input) => start.includes(input) !== changed.includes(input),
			);
			if ('input' in buildInput(task, literal(fill(chosen).given) as never)) return chosen;
		}
	}
	throw new Error(`No form of ${task.id} satisfies its rules`);
}

/** Expressions as their text, which is a name as good as any. */
function literal(given: unknown): unknown {
	return JSON.parse(JSON.stringify(given).replace(/={{[^}]*}}/g, 'image'));
}

function asForm(chosen: Input[]): Form {
	const { given, inputs } = fill(chosen);
	const front: IDataObject = {};
	const additionalFields: IDataObject = {};
	for (const input of chosen.filter(({ type }) => type !== 'fixed')) {
		const name = parameterName(input.name);
		(input.required || input.upfront ? front : additionalFields)[name] = given[name];
	}
	return {
		parameters: {
			...front,
			...(Object.keys(additionalFields).length > 0 && { additionalFields }),
		},
		inputs,
	};
}

/** Two forms of a task: with what it cannot do without, and with all that goes together. */
export function formsOf(task: Task): { least: Form; most: Form } {
	if (task.json) {
		const input = { ...task.json.template, prompt: 'a text' };
		const form: Form = { parameters: { input: JSON.stringify(input) }, inputs: [input, input] };
		return { least: form, most: form };
	}
	const optional = task.inputs.filter(({ required, type }) => !required && type !== 'fixed');
	const needed = task.inputs.filter((input) => !optional.includes(input));
	return {
		least: asForm(allowed(task, needed, optional)),
		most: asForm(allowed(task, task.inputs, optional)),
	};
}
