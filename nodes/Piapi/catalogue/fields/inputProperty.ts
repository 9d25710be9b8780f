import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { parameterName } from '../parameterName';
import type { Choice, Input } from '../types';
import { sortFields } from './sortFields';
import { sortOptions } from './sortOptions';

type Shape = Pick<INodeProperties, 'type' | 'default' | 'typeOptions' | 'options' | 'placeholder'>;

const numeric = ({ default: start, min, max, type }: Input): Shape => {
	const typeOptions = {
		...(min === undefined ? {} : { minValue: min }),
		...(max === undefined ? {} : { maxValue: max }),
		...(type === 'integer' ? { numberPrecision: 0 } : {}),
	};
	return {
		type: 'number',
		default: start ?? min ?? 0,
		...(Object.keys(typeOptions).length > 0 ? { typeOptions } : {}),
	};
};

const choiceOption = ({ label, value }: Choice): INodePropertyOptions => ({ name: label, value });

/** The fields of a group that the form shows: not the fixed ones, and inline groups opened up. */
const shownItems = (items: Input[]): Input[] =>
	items.flatMap((item) => {
		if (item.type === 'inline') return shownItems(item.items ?? []);
		return item.type === 'fixed' ? [] : [item];
	});

/** A group as the form opens it: the defaults of its own fields. */
const firstItem = (items: Input[]): INodeParameters =>
	Object.fromEntries(
		shownItems(items).map((item) => [
			parameterName(item.name),
			inputProperty(item).default as INodeParameters[string],
		]),
	);

/**
 * A required group starts filled in. It is a list even where only one entry is allowed: n8n
 * (2.41) throws on a default of a group that is none.
 */
const grouped = (input: Input): Shape => {
	const { items = [], required, type, label } = input;
	const most = type === 'objects' ? input.maxItems : 1;
	const isList = required || most !== 1;
	// n8n (2.41) looks for an optional group in the place of a required one of the same name, also
	// when it is hidden, and then misses what it requires. `buildInput` checks both.
	const fields = shownItems(items).map((item) =>
		inputProperty(required ? item : { ...item, required: false }),
	);
	return {
		type: 'fixedCollection',
		placeholder: `Add ${label}`,
		...(isList
			? {
					typeOptions: {
						multipleValues: true,
						multipleValueButtonText: `Add ${label}`,
						...(required ? { minRequiredFields: 1 } : {}),
						...(most === undefined ? {} : { maxAllowedFields: most }),
					},
				}
			: {}),
		default: (required ? { item: [firstItem(items)] } : {}) as INodeParameters,
		options: [
			{
				name: 'item',
				displayName: label,
				// n8n wants five and more in alphabetical order, as in a list of options.
				values: fields.length < 5 ? fields : sortFields(fields),
			},
		],
	};
};

const shape = (input: Input): Shape => {
	switch (input.type) {
		case 'integer':
		case 'number':
			return numeric(input);
		case 'boolean':
			return { type: 'boolean', default: input.default ?? false };
		case 'choice':
			return {
				type: 'options',
				default: input.default ?? '',
				options: sortOptions((input.options ?? []).map(choiceOption)),
			};
		case 'object':
		case 'objects':
			return grouped(input);
		case 'json':
			return { type: 'json', default: input.default ?? '{}' };
		default:
			return {
				type: 'string',
				default: input.default ?? '',
				...(input.role === 'prompt' ? { typeOptions: { rows: 3 } } : {}),
			};
	}
};

/** The form field of one input of a task. */
export function inputProperty(input: Input): INodeProperties {
	const { type, ...rest } = shape(input);
	return {
		displayName: input.label,
		name: parameterName(input.name),
		type,
		...rest,
		...(input.required ? { required: true } : {}),
		...(input.placeholder ? { placeholder: input.placeholder } : {}),
		description: input.description,
	};
}
