import type { IDataObject } from 'n8n-workflow';
import type { Rule } from './types';

const list = (names: string[], labelOf: (name: string) => string, last: string) => {
	const quoted = names.map((name) => `"${labelOf(name)}"`);
	return quoted.length < 2
		? quoted.join('')
		: `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
};

/** At least one of these must be there. */
export const atLeastOne =
	(...fields: string[]): Rule =>
	(input, labelOf) =>
		fields.some((field) => field in input) ? undefined : `Fill in ${list(fields, labelOf, 'or')}`;

/** `field` is of no use without `other`. */
export const needs =
	(field: string, other: string): Rule =>
	(input, labelOf) =>
		field in input && !(other in input)
			? `"${labelOf(field)}" needs "${labelOf(other)}": fill in both, or leave "${labelOf(field)}" out`
			: undefined;

/** With `field` at one of `values`, `other` must be there. */
export const neededFor =
	(other: string, field: string, values: Array<string | number>): Rule =>
	(input, labelOf) =>
		values.some((value) => value === input[field]) && !(other in input)
			? `"${labelOf(other)}" is needed when "${labelOf(field)}" is ${String(input[field])}`
			: undefined;

/** `field` cannot go with any of `others`. */
export const excludes =
	(field: string, ...others: string[]): Rule =>
	(input, labelOf) => {
		const present = others.filter((other) => other in input);
		return field in input && present.length > 0
			? `"${labelOf(field)}" cannot go with ${list(present, labelOf, 'and')}: leave one side out`
			: undefined;
	};

/** Two sides of a picture may not exceed an area. */
export const maxArea =
	(width: string, height: string, max: number): Rule =>
	(input, labelOf) =>
		Number(input[width] ?? 0) * Number(input[height] ?? 0) > max
			? `"${labelOf(width)}" times "${labelOf(height)}" may be at most ${max} pixels: lower one of them`
			: undefined;

/** A number of every entry of a list, added up, may not exceed a limit. */
export const maxTotal =
	(field: string, part: string, max: number, unit: string): Rule =>
	(input, labelOf) => {
		const entries = Array.isArray(input[field]) ? (input[field] as IDataObject[]) : [];
		const total = entries.reduce((sum, entry) => sum + Number(entry[part] ?? 0), 0);
		return total > max
			? `"${labelOf(field)}" adds up to ${total} ${unit}, the limit is ${max}: shorten some entries`
			: undefined;
	};
