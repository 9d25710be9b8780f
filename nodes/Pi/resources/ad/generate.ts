import { pictureFields } from '../../body/pictureFields';
import { jobOperation } from '../../jobs/jobOperation';

export const generate = jobOperation(
	{
		value: 'generate',
		name: 'Generate',
		action: 'Generate an ad',
		description: 'Create an advertisement',
	},
	{ path: '/ads/generate', body: pictureFields },
);
