import type { INodeProperties } from 'n8n-workflow';
import { completionFields as fieldsOf } from '../../../waiting/completionFields';

/** How a created job is followed up. */
export const completionFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'The execution keeps running; Pi answers once the job is done',
		none: 'Go on at once; a Pi Trigger hears of the job when it is done',
	},
});
