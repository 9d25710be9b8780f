import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_MAX_FILE_SIZE } from '../../lib/results/downloadItem';
import { presets } from './presets';

/** The value of `service` that leaves the choice to the credential. */
const OF_CREDENTIAL = '';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en');
const valuesOf = (chosen: typeof presets) => chosen.map(({ value }) => value);

/** What stands for the ID of a job in an address. */
const ID = '{id}';

const CUSTOM = { show: { service: ['custom'] } };

const SERVICE: INodeProperties = {
	displayName: 'Service',
	name: 'service',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'As in the Credential', value: OF_CREDENTIAL },
		...[
			...presets.map(({ title, value }) => ({ name: title, value })),
			{ name: 'Custom', value: 'custom', description: 'Any other API that takes a callback URL' },
		].sort(byName),
	],
	default: OF_CREDENTIAL,
	description: 'Who does the work',
};

const FROM_DOCUMENTS: INodeProperties = {
	displayName:
		'Made from the documents of this service and not yet tried against it: look at the first results',
	name: 'fromDocuments',
	type: 'notice',
	default: '',
	displayOptions: {
		show: { service: valuesOf(presets.filter(({ isFromDocuments }) => isFromDocuments === true)) },
	},
};

const TARGET: INodeProperties = {
	displayName: 'Target',
	name: 'target',
	type: 'string',
	default: '',
	placeholder: 'e.g. black-forest-labs/flux-schnell',
	description: 'The model, actor or endpoint, as the service names it',
	displayOptions: {
		show: { service: [OF_CREDENTIAL, ...valuesOf(presets.filter(({ target }) => target))] },
	},
};

const INPUT: INodeProperties = {
	displayName: 'Input',
	name: 'input',
	type: 'json',
	default: '{}',
	description:
		'What the job is made of, as the service documents it. The callback URL is added for you.',
	displayOptions: { hide: { service: ['custom'] } },
};

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((name) => ({ name, value: name }));

/** How a service of the user's own is asked to do something. */
const CREATE_CUSTOM: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS,
		default: 'POST',
		description: 'How the job is created',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://api.example.com/v1/jobs',
		description: 'Where the job is created',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		description: 'What is sent there. The callback URL is added for you.',
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
		description: 'Where the answer has the ID of the job',
	},
];

/** How it is asked what became of a job. */
const LOOK_CUSTOM: INodeProperties[] = [
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
		description: 'Where the answer has the status',
	},
	{
		displayName: 'Done Values',
		name: 'doneValues',
		type: 'string',
		default: 'completed, succeeded, success',
		description: 'What the status is when the job is done, separated by commas; in any case',
	},
	{
		displayName: 'Failed Values',
		name: 'failedValues',
		type: 'string',
		default: 'failed, error',
		description: 'What the status is when the job failed',
	},
	{
		displayName: 'Result Path',
		name: 'resultPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.output',
		description: 'Where the answer has the result; all of it when empty',
	},
];

/** How a job is given up. */
const CANCEL_CUSTOM: INodeProperties[] = [
	{
		displayName: 'Cancel Method',
		name: 'cancelMethod',
		type: 'options',
		options: METHODS,
		default: 'POST',
		description: 'How the job is cancelled',
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
const forCustom = (fields: INodeProperties[]): INodeProperties[] =>
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

const JOB_ID: INodeProperties = {
	displayName: 'Job ID',
	name: 'jobId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. ={{ $json.jobId }}',
	description: 'The ID that the service gave the job; in the items of this node it is jobId',
};

/** Options of every operation. */
export const BASE_URL: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://proxy.example.com',
	description: "Replaces the service's address, for a proxy or a test. The key is sent there.",
};

export const DOWNLOAD: INodeProperties[] = [
	{
		displayName: 'Download Files',
		name: 'download',
		type: 'boolean',
		default: false,
		description: 'Whether to download the result files into binary fields',
	},
	{
		displayName: 'Max File Size (MB)',
		name: 'maxFileSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_FILE_SIZE,
		displayOptions: { show: { download: [true] } },
		description: 'The largest file to download, in MB',
	},
];

export const optionsOf = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options,
});

export const createFields: INodeProperties[] = [
	...[SERVICE, FROM_DOCUMENTS, TARGET, INPUT],
	...forCustom([...CREATE_CUSTOM, ...LOOK_CUSTOM, ...CANCEL_CUSTOM]),
];

export const lookFields: INodeProperties[] = [
	...[SERVICE, TARGET, JOB_ID],
	...forCustom(LOOK_CUSTOM),
];

export const cancelFields: INodeProperties[] = [
	...[SERVICE, TARGET, JOB_ID],
	...forCustom(CANCEL_CUSTOM),
];
