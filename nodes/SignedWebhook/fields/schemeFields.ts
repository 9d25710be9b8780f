import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { namedSenders } from '../senders/index';
import { notices } from './notices';

/** First in the list, since a sender that is not named below is one of these. */
const GENERIC: INodePropertyOptions[] = [
	{
		name: 'Standard Webhooks',
		value: 'standardWebhooks',
		description: 'Webhook-* or svix-* headers: Svix and all who follow the specification',
	},
	{
		name: 'Custom HMAC',
		value: 'custom',
		description: 'Any HMAC with a shared secret, put together here',
	},
	{
		name: 'Public Key',
		value: 'publicKey',
		description: 'Ed25519, ECDSA or RSA with the public key of the sender, put together here',
	},
	{
		name: 'JWT',
		value: 'jwt',
		description: 'A token in a header, with or without a digest of the body',
	},
	{
		name: 'Body JWT',
		value: 'bodyJwt',
		description: "A JWT whose claim has the body's SHA-256, as LiveKit sends it",
	},
	{
		name: 'HTTP Message Signature',
		value: 'messageSignature',
		description: 'RFC 9421, with ed25519 or HMAC-SHA256',
	},
	{
		name: 'Secret Header',
		value: 'secretHeader',
		description: 'A header, the URL or the body repeats the secret; nothing is signed',
	},
	{
		name: 'Basic Authentication',
		value: 'basicAuth',
		description: 'User name and password; nothing is signed',
	},
];

const named = Object.entries(namedSenders)
	.map(([value, { name }]): INodePropertyOptions => ({ name, value }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en', { sensitivity: 'base' }));

const SCHEME: INodeProperties = {
	displayName: 'Scheme',
	name: 'scheme',
	type: 'options',
	noDataExpression: true,
	options: [...GENERIC, ...named],
	default: 'standardWebhooks',
	description:
		'Who sends, or how it signs. Ways to sign come first, then the senders by name: type to search.',
};

/** Which scheme, what to paste where at the sender, and what else some of the schemes need to know. */
export const schemeFields: INodeProperties[] = [
	SCHEME,
	...notices,
	{
		displayName: 'Secret In',
		name: 'secretIn',
		type: 'options',
		options: [
			{ name: 'Body', value: 'body', description: 'A path in the body' },
			{ name: 'Header', value: 'header' },
			{ name: 'URL', value: 'query', description: 'A parameter of the URL' },
		],
		default: 'header',
		description: 'Where the sender repeats the secret',
		displayOptions: { show: { scheme: ['secretHeader'] } },
	},
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		required: true,
		default: 'X-Webhook-Secret',
		description: 'The header in which the sender repeats the secret',
		displayOptions: { show: { scheme: ['secretHeader'] }, hide: { secretIn: ['body', 'query'] } },
	},
	{
		displayName: 'Name',
		name: 'placeName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. token',
		description: 'The parameter of the URL, or the path in the body such as data.secret',
		displayOptions: { show: { scheme: ['secretHeader'], secretIn: ['body', 'query'] } },
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description:
			'A text of your own that you type at the sender too: it asks for it when the webhook is set up',
		displayOptions: { show: { scheme: ['meta'] } },
	},
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		required: true,
		default: 'Authorization',
		description: 'The header with the JWT',
		displayOptions: { show: { scheme: ['bodyJwt', 'jwt'] } },
	},
	{
		displayName: 'Issuer',
		name: 'issuer',
		type: 'string',
		default: '',
		description:
			'Who must have made the token (<code>iss</code>), for LiveKit the API key; several separated by commas. When empty, whoever has the secret may.',
		displayOptions: { show: { scheme: ['bodyJwt', 'jwt'] } },
	},
	{
		displayName: 'Audience',
		name: 'audience',
		type: 'string',
		default: '',
		description:
			'For whom the token must be made (<code>aud</code>). When empty, Google Pub/Sub must name the webhook URL, others need not.',
		displayOptions: { show: { scheme: ['jwt', 'googlePubSub'] } },
	},
	{
		displayName: 'Algorithm',
		name: 'jwtAlgorithm',
		type: 'options',
		options: [
			{ name: 'ES256 (Public Key)', value: 'ES256' },
			{ name: 'HS256 (Secret)', value: 'HS256' },
			{ name: 'RS256 (Public Key)', value: 'RS256' },
		],
		default: 'HS256',
		displayOptions: { show: { scheme: ['jwt'] } },
	},
	{
		displayName: 'Digest Claim',
		name: 'digestClaim',
		type: 'string',
		default: '',
		placeholder: 'e.g. sha256',
		description:
			"The claim with the body's SHA-256. When empty, the token tells who sent a delivery, but the body is not protected.",
		displayOptions: { show: { scheme: ['jwt'] } },
	},
	{
		displayName: 'Digest Encoding',
		name: 'digestEncoding',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Base64url', value: 'base64url' },
			{ name: 'Hex', value: 'hex' },
		],
		default: 'base64',
		displayOptions: { show: { scheme: ['jwt'] }, hide: { digestClaim: [''] } },
	},
];
