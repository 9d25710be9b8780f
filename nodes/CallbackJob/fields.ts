import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_MAX_FILE_SIZE } from '../../lib/results/downloadItem';
import {
	CANCEL_CUSTOM,
	CREATE_CUSTOM,
	LOOK_CUSTOM,
	forCustom,
	OF_CREDENTIAL,
} from './customFields';
import { presets } from './presets';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en');
const valuesOf = (chosen: typeof presets) => chosen.map(({ value }) => value);

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
	description: 'The service that does the work',
};

const FROM_DOCUMENTS: INodeProperties = {
	displayName:
		"This preset was made from the service's documentation and has not been tried against the service yet: check the first results",
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
		'The input of the job as JSON, as the service documents it. The callback URL is added for you.',
	displayOptions: { hide: { service: ['custom'] } },
};

const JOB_ID: INodeProperties = {
	displayName: 'Job ID',
	name: 'jobId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. ={{ $json.jobId }}',
	description: 'The ID of the job: jobId in the items of this node',
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
