import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

const show = (more: NonNullable<IDisplayOptions['show']> = {}): IDisplayOptions => ({
	show: { scheme: ['custom'], ...more },
});
const TIMED = { content: [{ _cnd: { includes: '{timestamp}' } }] };

/** How a sender signs that is none of the others. */
export const customFields: INodeProperties[] = [
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. X-Signature',
		description: 'The header with the signature',
		displayOptions: show(),
	},
	{
		displayName: 'Prefix',
		name: 'prefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. sha256=',
		description: 'What stands before the signature in its header, if anything',
		displayOptions: show(),
	},
	{
		displayName: 'Separator',
		name: 'separator',
		type: 'string',
		default: '',
		placeholder: 'e.g. ,',
		description:
			'What stands between the parts of the header, where it has several: signatures, or a timestamp beside one',
		displayOptions: show(),
	},
	{
		displayName: 'Algorithm',
		name: 'algorithm',
		type: 'options',
		options: [
			{ name: 'SHA-1', value: 'sha1' },
			{ name: 'SHA-256', value: 'sha256' },
			{ name: 'SHA-512', value: 'sha512' },
		],
		default: 'sha256',
		displayOptions: show(),
	},
	{
		displayName:
			'SHA-1 is outdated. As an HMAC it has not been forged yet, but take it only where the sender offers nothing newer.',
		name: 'sha1Notice',
		type: 'notice',
		default: '',
		displayOptions: show({ algorithm: ['sha1'] }),
	},
	{
		displayName: 'Encoding',
		name: 'encoding',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Base64url', value: 'base64url' },
			{ name: 'Hex', value: 'hex' },
		],
		default: 'hex',
		description: 'How the signature is written',
		displayOptions: show(),
	},
	{
		displayName: 'Signed Content',
		name: 'content',
		type: 'string',
		required: true,
		default: '{body}',
		placeholder: 'e.g. {timestamp}.{body}',
		description: 'What the sender signs, with the places filled in from each delivery',
		hint: 'Places are {timestamp}, {id}, {method}, {url} and {body}. Without a timestamp there is no protection against replays.',
		displayOptions: show(),
	},
	{
		displayName: 'Timestamp In',
		name: 'timestampIn',
		type: 'options',
		options: [
			{ name: 'A Header of Its Own', value: 'header' },
			{ name: 'The Signature Header', value: 'signature' },
		],
		default: 'header',
		description: 'Where the timestamp is',
		displayOptions: show(TIMED),
	},
	{
		displayName: 'Timestamp Header',
		name: 'timestampHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Timestamp',
		description: 'The header with the timestamp',
		displayOptions: show({ ...TIMED, timestampIn: ['header'] }),
	},
	{
		displayName: 'Timestamp Prefix',
		name: 'timestampPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. t=',
		description: 'What stands before the timestamp in the signature header',
		displayOptions: show({ ...TIMED, timestampIn: ['signature'] }),
	},
	{
		displayName: 'Timestamp Unit',
		name: 'timestampUnit',
		type: 'options',
		options: [
			{ name: 'Milliseconds', value: 'ms' },
			{ name: 'Seconds', value: 's' },
		],
		default: 's',
		displayOptions: show(TIMED),
	},
	{
		displayName: 'ID Header',
		name: 'idHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Event-ID',
		description: 'The header with the ID that is signed',
		displayOptions: show({ content: [{ _cnd: { includes: '{id}' } }] }),
	},
];
