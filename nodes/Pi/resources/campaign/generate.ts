import { pictureFields } from '../../body/pictureFields';
import { jobOperation } from '../../jobs/jobOperation';

export const generate = jobOperation(
	{
		value: 'generate',
		name: 'Generate',
		action: 'Generate a campaign ad',
		description: 'Create an advertisement that can be edited and localized afterwards',
	},
	{ path: '/campaigns/generate', body: pictureFields },
);
