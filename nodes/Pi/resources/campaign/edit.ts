import {
	brandIdField,
	correlationFields,
	outputField,
	promptField,
	referenceImages,
} from '../../body/fields';
import { jobOperation } from '../../jobs/jobOperation';
import { sourceJobField } from './sourceJobField';

export const edit = jobOperation(
	{
		value: 'edit',
		name: 'Edit',
		action: 'Edit a campaign ad',
		description: 'Change an advertisement that Pi has made',
	},
	{
		path: '/campaigns/edit',
		body: [
			sourceJobField,
			promptField('What to change', 'Let it be evening, and leave the rest as it is'),
			referenceImages({ most: 6, takesUrl: true }),
			brandIdField,
			outputField,
			...correlationFields,
		],
	},
);
