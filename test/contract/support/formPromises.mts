import type { INodeProperties } from 'n8n-workflow';
import { choicesOf, formFields } from './formFields.mts';

/** A field that a workflow may carry, and the values it may have, where they are a list. */
export interface FormPromise {
	types: string[];
	choices: string[];
}

/** What a form lets a workflow carry, by path. A path may have several fields, shown one at a time. */
export function formPromises(properties: INodeProperties[]): Record<string, FormPromise> {
	const promises: Record<string, FormPromise> = {};
	for (const { path, field } of formFields('', properties)) {
		const promise = (promises[path.slice(1)] ??= { types: [], choices: [] });
		const choices = choicesOf(field).map(({ value }) => JSON.stringify(value));
		promise.types = [...new Set([...promise.types, field.type])].sort();
		promise.choices = [...new Set([...promise.choices, ...choices])].sort();
	}
	return promises;
}
