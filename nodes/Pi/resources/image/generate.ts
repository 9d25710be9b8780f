import { pictureFields } from '../../body/pictureFields';
import { jobOperation } from '../../jobs/jobOperation';

export const generate = jobOperation(
	{
		value: 'generate',
		name: 'Generate',
		action: 'Generate an image',
		description: 'Create an image, in the style of a brand if you like',
	},
	{ path: '/images/generations', body: pictureFields },
);
