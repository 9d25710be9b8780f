import type { INodeProperties } from 'n8n-workflow';
import type { BodyField } from '../../body/bodyField';

/** The `input` of an analysis. */
export function inputField(options: INodeProperties[]): BodyField {
	return {
		property: {
			displayName: 'Input',
			name: 'input',
			type: 'collection',
			placeholder: 'Add Field',
			description: 'Data and Type are required',
			required: true,
			default: {},
			options,
		},
	};
}

export const contextField: BodyField = {
	property: {
		displayName: 'Context (JSON)',
		name: 'context',
		type: 'json',
		default: '{}',
		description: 'What else is known, up to 16,000 characters',
	},
};

/** The `output` of an analysis. */
export function analysisOutput(options: INodeProperties[]): BodyField {
	const includeDiagnostics: INodeProperties = {
		displayName: 'Include Diagnostics',
		name: 'includeDiagnostics',
		type: 'boolean',
		default: false,
		description: 'Whether to explain how the answer was found',
	};
	return {
		property: {
			displayName: 'Output',
			name: 'output',
			type: 'collection',
			placeholder: 'Add Setting',
			default: {},
			options: [...options, includeDiagnostics].sort((a, b) =>
				a.displayName.localeCompare(b.displayName, 'en'),
			),
		},
	};
}

export function formatField(fallback: string, ...others: string[]): INodeProperties {
	return {
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [fallback, ...others].map((value) => ({
			name: value === 'json' ? 'JSON' : 'Report',
			value,
		})),
		default: fallback,
	};
}

export const dataField: INodeProperties = {
	displayName: 'Data',
	name: 'data',
	type: 'string',
	default: '',
	description: 'What to analyze, as Pi describes it for this type',
};

/** The first of the types, by value, is the default. */
export function typeField(types: Record<string, string>): INodeProperties {
	const [fallback] = Object.keys(types);
	const options = Object.entries(types).map(([value, name]) => ({ name, value }));
	return {
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options,
		default: fallback,
		description: 'What kind of data it is',
	};
}

export const text = (displayName: string, name: string, example: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
});
