import { correlationFields, outputField, promptField, referenceImages } from '../../body/fields';
import { jobOperation } from '../../jobs/jobOperation';
import { hintsField } from './hintsField';

export const generate = jobOperation(
	{
		value: 'generate',
		name: 'Generate',
		action: 'Generate an avatar',
		description: 'Generate a fictional person from a prompt',
	},
	{
		path: '/avatars/generate',
		body: [
			promptField('Who is to be seen', 'A barista in a sunlit café'),
			hintsField,
			referenceImages({ most: 6, takesUrl: false }),
			outputField,
			...correlationFields,
		],
	},
);
