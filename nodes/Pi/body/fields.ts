import type { INodeProperties } from 'n8n-workflow';
import type { BodyField, MediaRule } from './bodyField';

/** What several operations ask for (docs/reference/pi.md 4, 8). */
export const promptField = (description: string, example: string): BodyField => ({
	property: {
		displayName: 'Prompt',
		name: 'prompt',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		description,
	},
});

export function referenceImages(media: MediaRule): BodyField {
	const or = media.takesUrl ? ', or public https URLs' : '';
	return {
		media,
		property: {
			displayName: 'Reference Images',
			name: 'referenceImages',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
			default: [],
			placeholder: 'e.g. data',
			description: `Names of binary fields${or}. At most ${media.most}, each JPEG, PNG or WebP of up to 15 MB.`,
		},
	};
}

const ASPECT_RATIOS = [
	'1:1',
	'1:4',
	'1:8',
	'2:3',
	'3:2',
	'3:4',
	'4:1',
	'4:3',
	'4:5',
	'5:4',
	'8:1',
	'9:16',
	'16:9',
	'21:9',
];

const inTitleCase = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);

function choice(
	displayName: string,
	name: string,
	values: string[],
	fallback: string,
): INodeProperties {
	const options = values.map((value) => ({ name: inTitleCase(value), value }));
	return { displayName, name, type: 'options', options, default: fallback };
}

export const outputField: BodyField = {
	property: {
		displayName: 'Output',
		name: 'output',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		options: [
			choice('Aspect Ratio', 'aspectRatio', ['auto', ...ASPECT_RATIOS], 'auto'),
			choice('Resolution', 'resolution', ['512', '1K', '2K', '4K'], '1K'),
			choice('Thinking Intensity', 'thinkingIntensity', ['minimal', 'high'], 'minimal'),
		],
	},
};

export const brandIdField: BodyField = {
	property: {
		displayName: 'Brand ID',
		name: 'brandId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2f1c9a52-6a2e-4a3c-9d0e-0a4f5b7c8d9e',
		description: 'The brand whose identity the image follows',
	},
};

export const brandIdentityField: BodyField = {
	property: {
		displayName: 'Brand Identity (JSON)',
		name: 'brandIdentityJson',
		type: 'json',
		default: '{}',
		description: 'A brand identity of your own, in place of a brand ID',
	},
};

/** How the job is told apart from others when its event comes. */
export const correlationFields: BodyField[] = [
	{
		property: {
			displayName: 'Client Reference ID',
			name: 'clientReferenceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-1234',
			description: 'Your own name for the job, up to 200 characters; in the items it is reference',
		},
	},
	{
		property: {
			displayName: 'Metadata (JSON)',
			name: 'metadata',
			type: 'json',
			default: '{}',
			description: 'Up to 16 texts of your own that go along with the job',
		},
	},
];
