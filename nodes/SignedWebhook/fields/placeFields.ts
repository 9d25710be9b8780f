import type { INodeProperties } from 'n8n-workflow';

interface Examples {
	header: string;
	path: string;
}

/** How more than one place is written. */
const SEVERAL =
	'Several with commas between them are tried in turn; with + they make one value together';

function placeOf(
	what: 'eventId' | 'eventType',
	label: string,
	holds: string,
	{ header, path }: Examples,
): INodeProperties[] {
	return [
		{
			displayName: `${label} From`,
			name: `${what}From`,
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'A path in the body' },
				...(what === 'eventId'
					? [
							{
								name: 'Hash of the Body',
								value: 'hash',
								description: 'For senders without an ID: two equal bodies are one event',
							},
						]
					: []),
				{ name: 'Header', value: 'header' },
				{ name: 'Scheme', value: 'scheme', description: 'Where the scheme has it, if it does' },
				{ name: 'URL', value: 'query', description: 'A parameter of the URL' },
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
			placeholder: `e.g. ${header}`,
			description: `The header with ${holds}`,
			hint: SEVERAL,
			displayOptions: { show: { [`${what}From`]: ['header'] } },
		},
		{
			displayName: `${label} Path`,
			name: `${what}Name`,
			type: 'string',
			required: true,
			default: '',
			placeholder: `e.g. ${path}`,
			description: `Where the body has ${holds}: path with dots, e.g. data.object`,
			hint: SEVERAL,
			displayOptions: { show: { [`${what}From`]: ['body'] } },
		},
		{
			displayName: `${label} Parameter`,
			name: `${what}Name`,
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. event',
			description: `The parameter of the URL with ${holds}`,
			hint: SEVERAL,
			displayOptions: { show: { [`${what}From`]: ['query'] } },
		},
	];
}

/** Where the event's id and type are, for schemes that do not say or say otherwise. */
export const placeFields: INodeProperties[] = [
	...placeOf('eventId', 'Event ID', 'the event ID, which stays the same on redelivery', {
		header: 'X-Event-ID',
		path: 'data.id',
	}),
	...placeOf('eventType', 'Event Type', 'the type of the event', {
		header: 'X-Event-Type',
		path: 'data.type',
	}),
];
