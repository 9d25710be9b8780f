import type { INodeProperties } from 'n8n-workflow';

/** The request of OpenAI's shape (docs/reference/piapi.md 1.9). */
export const chatFields: INodeProperties[] = [
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		required: true,
		default: 'gpt-4o-mini',
		placeholder: 'e.g. gpt-4o-mini',
		description: 'The model as PiAPI names it',
	},
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'fixedCollection',
		placeholder: 'Add Message',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Message' },
		default: { message: [{ role: 'user', content: '' }] },
		description: 'The conversation so far, the oldest message first',
		options: [
			{
				name: 'message',
				displayName: 'Message',
				values: [
					{
						displayName: 'Role',
						name: 'role',
						type: 'options',
						options: [
							{ name: 'Assistant', value: 'assistant' },
							{ name: 'System', value: 'system' },
							{ name: 'User', value: 'user' },
						],
						default: 'user',
						description: 'Who wrote the message',
					},
					{
						displayName: 'Content',
						name: 'content',
						type: 'string',
						typeOptions: { rows: 3 },
						default: '',
						placeholder: 'e.g. Describe a lighthouse in one sentence',
						description: 'The text of the message',
					},
				],
			},
		],
	},
	{
		displayName: 'Stream',
		name: 'stream',
		type: 'boolean',
		default: false,
		description:
			'Whether to receive the answer in pieces, put together here. PiAPI cuts answers that are not streamed after 120 seconds.',
		hint: 'gpt-4o-image answers no other way',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Max Tokens',
				name: 'maxTokens',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 1024,
				description: 'The longest answer, in tokens',
			},
			{
				displayName: 'Other Parameters',
				name: 'otherParameters',
				type: 'json',
				default: '{}',
				description:
					'JSON that is merged into the request last, such as tools, or messages that hold images',
			},
			{
				displayName: 'Stop',
				name: 'stop',
				type: 'string',
				default: '',
				description: 'Text at which the answer ends',
			},
			{
				displayName: 'Temperature',
				name: 'temperature',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 2, numberPrecision: 2 },
				default: 1,
				description: 'How random the answer is: higher is more random',
			},
			{
				displayName: 'Top P',
				name: 'topP',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 1,
				description:
					'Sample only from the most probable tokens up to this share. Change either this or the temperature.',
			},
			{
				displayName: 'Use Proxy Domain',
				name: 'useProxyDomain',
				type: 'boolean',
				default: false,
				description:
					'Whether to call proxy.piapi.ai, which does not cut after 120 seconds. Only for the base URL https://api.piapi.ai.',
			},
		],
	},
];
