import type { INodeProperties } from 'n8n-workflow';

function placeOf(what: 'eventId' | 'eventType', label: string, holds: string): INodeProperties[] {
	return [
		{
			displayName: `${label} From`,
			name: `${what}From`,
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'A path in the body' },
				{ name: 'Header', value: 'header' },
				{ name: 'Scheme', value: 'scheme', description: 'Where the scheme has it, if it does' },
			],
			default: 'scheme',
			description: `Where a delivery has ${holds}`,
		},
		{
			displayName: `${label} Header`,
			name: `${what}Name`,
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. X-Event',
			description: `The header with ${holds}`,
			displayOptions: { show: { [`${what}From`]: ['header'] } },
		},
		{
			displayName: `${label} Path`,
			name: `${what}Name`,
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. data.key',
			description: `The path to ${holds} in the body, names separated by full stops`,
			displayOptions: { show: { [`${what}From`]: ['body'] } },
		},
	];
}

/** Where the event's id and type are, for schemes that do not say or say otherwise. */
export const placeFields: INodeProperties[] = [
	...placeOf(
		'eventId',
		'Event ID',
		'what identifies the event and stays equal when it is redelivered',
	),
	...placeOf('eventType', 'Event Type', 'the type of the event'),
];
