import type { BodyField } from '../../body/bodyField';
import {
	brandIdField,
	correlationFields,
	outputField,
	promptField,
	referenceImages,
} from '../../body/fields';
import { jobOperation } from '../../jobs/jobOperation';
import { optionalSourceJobField } from './sourceJobField';

const sourceImageField: BodyField = {
	media: { most: 1, takesUrl: true },
	property: {
		displayName: 'Source Image URL',
		name: 'sourceImageUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/ad.png',
		description: 'A public https URL or the name of a binary field, in place of a source job',
	},
};

const text = (displayName: string, name: string, placeholder: string): BodyField => ({
	property: { displayName, name, type: 'string', default: '', placeholder },
});

const culture = text('Target Culture', 'targetCulture', 'e.g. Japan');

/** The path is the server's: the documents show none (docs/reference/pi.md 8). */
export const localize = jobOperation(
	{
		value: 'localize',
		name: 'Localize',
		action: 'Localize a campaign ad',
		description: 'Adapt an advertisement to another culture, language and currency',
	},
	{
		path: '/campaigns/localize-ad',
		body: [
			optionalSourceJobField,
			sourceImageField,
			promptField('What matters when it is adapted', 'Keep the logo, make the greeting formal'),
			{ property: { ...culture.property, required: true } },
			text('Target Language', 'targetLanguage', 'e.g. ja'),
			text('Target Currency', 'targetCurrency', 'e.g. JPY'),
			referenceImages({ most: 5, takesUrl: true }),
			brandIdField,
			outputField,
			...correlationFields,
		],
		problemOf: ({ source_job_id: job, source_image_url: image }) =>
			Boolean(job) === Boolean(image)
				? 'Give either a source job or a source image: one of them, not both'
				: undefined,
	},
);
