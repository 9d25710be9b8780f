import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const waiting: INodePropertyOptions = {
	name: 'Wait for the Result',
	value: 'wait',
	description: 'Park this execution; PiAPI wakes it once all tasks are done',
};
const notifying: INodePropertyOptions = {
	name: 'Notify a Trigger',
	value: 'notify',
	description: 'Go on at once; PiAPI calls the PiAPI Trigger of another workflow',
};
const neither: INodePropertyOptions = {
	name: 'Do Nothing',
	value: 'none',
	description: 'Go on at once, nobody is called back',
};

const completion = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'When Created',
	name: 'completion',
	type: 'options',
	noDataExpression: true,
	options,
	default: 'wait',
});

const notifyUrl: INodeProperties = {
	displayName: 'Notify URL',
	name: 'notifyUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
	description:
		'The production URL of a PiAPI Trigger with the same credential. The secret is attached for you.',
	displayOptions: { show: { completion: ['notify'] } },
};

const options = (entries: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: entries,
});

const common: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: 5,
		description: 'How many tasks are created at a time',
	},
	{
		displayName: 'Max Wait',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'How many minutes to wait for the results. Then the items go on with the status timed_out.',
		hint: 'n8n checks deadlines once a minute',
		displayOptions: { show: { '/completion': ['wait'] } },
	},
	{
		displayName: 'Separate Failed',
		name: 'separateFailed',
		type: 'boolean',
		default: false,
		description:
			'Whether tasks that did not complete go to a second output, Failed or Timed Out. Needs n8n 2.40 or later: before, these items would vanish.',
		displayOptions: { show: { '/completion': ['wait'] } },
	},
];

const waitBy: INodeProperties = {
	displayName: 'Wait By',
	name: 'mode',
	type: 'options',
	options: [
		{ name: 'Callback', value: 'callback', description: 'PiAPI wakes the parked execution' },
		{
			name: 'Polling',
			value: 'poll',
			description: 'For an n8n that PiAPI cannot reach; the execution keeps running',
		},
	],
	default: 'callback',
	description: 'How the end of the tasks is noticed',
	displayOptions: { show: { '/completion': ['wait'] } },
};

/** How a created task is followed up. The same words mean the same in every action node. */
export const completionFields: INodeProperties[] = [
	completion([waiting, notifying, neither]),
	notifyUrl,
	options([...common, waitBy]),
];

/** The same for a task about which PiAPI calls nobody back: it is asked again and again. */
export const pollingFields: INodeProperties[] = [
	completion([
		{
			...waiting,
			description: 'Keep this execution running; PiAPI has no webhook for this and is polled',
		},
		neither,
	]),
	options(common),
];
