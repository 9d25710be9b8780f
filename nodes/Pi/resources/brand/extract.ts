import { jobOperation } from '../../jobs/jobOperation';
import type { BodyField } from '../../body/bodyField';

/** These names are camelCase at Pi too (docs/reference/pi.md 8). */
const body: BodyField[] = [
	{
		property: {
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com',
			description: "The brand's website",
		},
	},
	{
		key: 'logoBase64',
		media: { most: 1, takesUrl: false },
		property: {
			displayName: 'Logo',
			name: 'logoBase64',
			type: 'string',
			default: '',
			placeholder: 'e.g. data',
			description: 'The name of a binary field, or base64',
		},
	},
	{
		key: 'imagesBase64',
		media: { most: 20, takesUrl: false },
		property: {
			displayName: 'Images',
			name: 'imagesBase64',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
			default: [],
			placeholder: 'e.g. data',
			description: 'Names of binary fields, or base64',
		},
	},
	{
		property: {
			displayName: 'Location',
			name: 'location',
			type: 'collection',
			placeholder: 'Add Setting',
			default: {},
			options: [
				{
					displayName: 'Country',
					name: 'country',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
					description: 'Two letters',
				},
				{
					displayName: 'Languages',
					name: 'languages',
					type: 'string',
					typeOptions: { multipleValues: true },
					default: [],
					placeholder: 'e.g. de',
				},
			],
		},
	},
];

/** Its job sends no webhook, so waiting is the only way to hear of it (docs/reference/pi.md 6). */
export const extract = jobOperation(
	{
		value: 'extract',
		name: 'Extract',
		action: 'Extract a brand',
		description:
			'Find the colors, logo and style of a brand from its website. Pi sends no events for brand extractions: wait for the result.',
		none: 'Continue immediately; get the result later with Job: Get',
	},
	{
		path: '/brands/extract',
		body,
		problemOf: ({ url, logoBase64, imagesBase64 }) =>
			url || logoBase64 || imagesBase64
				? undefined
				: 'Give a URL, a logo or images to extract from',
	},
);
