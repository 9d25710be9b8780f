import type { INodeProperties } from 'n8n-workflow';

/** The value of `service` that leaves the choice to the credential. */
export const OF_CREDENTIAL = '';

/** What stands for the ID of a job in an address. */
const ID = '{id}';

const CUSTOM = { show: { service: ['custom'] } };

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((name) => ({ name, value: name }));

/** How a service of the user's own is asked to do something. */
export const CREATE_CUSTOM: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS,
		default: 'POST',
		description: 'HTTP method of the request that creates the job',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://api.example.com/v1/jobs',
		description: 'URL of the request that creates the job',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		description: 'The JSON to send. The callback URL is added for you.',
	},
	{
		displayName: 'Callback Goes To',
		name: 'callbackIn',
		type: 'options',
		options: [
			{ name: 'Body', value: 'body' },
			{ name: 'Header', value: 'header' },
			{ name: 'Query', value: 'query' },
		],
		default: 'body',
		description: 'Where the service expects the callback URL',
	},
	{
		displayName: 'Callback Name',
		name: 'callbackName',
		type: 'string',
		default: 'webhook',
		placeholder: 'e.g. options.webhook_url',
		description: 'The path into the body, or the name of the header or query parameter',
	},
	{
		displayName: 'Job ID Path',
		name: 'jobIdPath',
		type: 'string',
		default: 'id',
		placeholder: 'e.g. data.taskId',
		description: 'Path to the job ID in the response',
	},
];

/** How it is asked what became of a job. */
export const LOOK_CUSTOM: INodeProperties[] = [
	{
		displayName: 'Status URL',
		name: 'statusUrl',
		type: 'string',
		default: '',
		placeholder: `e.g. https://api.example.com/v1/jobs/${ID}`,
		description: `Where the job is asked about, ${ID} standing for its ID; at the same host as URL`,
	},
	{
		displayName: 'Status Path',
		name: 'statusPath',
		type: 'string',
		default: 'status',
		placeholder: 'e.g. data.state',
		description: 'Path to the status in the response',
	},
	{
		displayName: 'Done Values',
		name: 'doneValues',
		type: 'string',
		default: 'completed, succeeded, success',
		description:
			'Status values that mean done, separated by commas. Upper and lower case are the same.',
	},
	{
		displayName: 'Failed Values',
		name: 'failedValues',
		type: 'string',
		default: 'failed, error',
		description: 'Status values that mean failed, separated by commas',
	},
	{
		displayName: 'Result Path',
		name: 'resultPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.output',
		description: 'Path to the result in the response. Leave empty to return all of it.',
	},
];

/** How a job is given up. */
export const CANCEL_CUSTOM: INodeProperties[] = [
	{
		displayName: 'Cancel Method',
		name: 'cancelMethod',
		type: 'options',
		options: METHODS,
		default: 'POST',
		description: 'HTTP method of the request that cancels the job',
	},
	{
		displayName: 'Cancel URL',
		name: 'cancelUrl',
		type: 'string',
		default: '',
		placeholder: `e.g. https://api.example.com/v1/jobs/${ID}/cancel`,
		description: `Where the job is cancelled, ${ID} standing for its ID; at the same host as URL`,
	},
];

/** Shown for a custom service; kept, though not shown, where the credential alone says so. */
export const forCustom = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		{ ...field, displayOptions: CUSTOM },
		{
			displayName: field.displayName,
			name: field.name,
			type: 'hidden' as const,
			default: field.default,
			displayOptions: { show: { service: [OF_CREDENTIAL] } },
		},
	]);
