import { pictureFields } from '../../body/pictureFields';
import { jobOperation } from '../../jobs/jobOperation';

export const generate = jobOperation(
	{
		value: 'generate',
		name: 'Generate',
		action: 'Generate an image',
		description: 'Create an image, optionally in the style of a brand',
	},
	{ path: '/images/generations', body: pictureFields },
);
