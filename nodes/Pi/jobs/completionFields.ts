import type { INodeProperties } from 'n8n-workflow';

const forWaiting = { show: { '/completion': ['wait'] } };

export const maxWaitField: INodeProperties = {
	displayName: 'Max Wait',
	name: 'maxWait',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'How many minutes to wait for the results. Then the items go on with the status timed_out.',
};

/** How a created job is followed up. The same words mean the same in every action node. */
export const completionFields: INodeProperties[] = [
	{
		displayName: 'When Created',
		name: 'completion',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Wait for the Result',
				value: 'wait',
				description: 'The execution keeps running; Pi answers once the job is done',
			},
			{
				name: 'Do Nothing',
				value: 'none',
				description: 'Go on at once; a Pi Trigger hears of the job when it is done',
			},
		],
		default: 'wait',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Concurrency',
				name: 'concurrency',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 5,
				description: 'How many jobs are created at a time',
			},
			{ ...maxWaitField, displayOptions: forWaiting },
			{
				displayName: 'Separate Failed',
				name: 'separateFailed',
				type: 'boolean',
				default: false,
				description:
					'Whether jobs that did not complete go to a second output, Failed or Timed Out',
				displayOptions: forWaiting,
			},
		],
	},
];
