import type { INodeProperties } from 'n8n-workflow';
import { notices } from './notices';

const SCHEME: INodeProperties = {
	displayName: 'Scheme',
	name: 'scheme',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Body JWT',
			value: 'bodyJwt',
			description: "A JWT whose claim has the body's SHA-256, as LiveKit sends it",
		},
		{
			name: 'Custom HMAC',
			value: 'custom',
			description: 'Any HMAC of the body, put together here',
		},
		{ name: 'GitHub', value: 'github', description: 'X-Hub-Signature-256' },
		{
			name: 'HTTP Message Signature',
			value: 'messageSignature',
			description: 'RFC 9421, with ed25519 or HMAC-SHA256',
		},
		{
			name: 'Secret Header',
			value: 'secretHeader',
			description: 'A header repeats the secret; nothing is signed',
		},
		{ name: 'Shopify', value: 'shopify', description: 'X-Shopify-Hmac-SHA256' },
		{ name: 'Slack', value: 'slack', description: 'X-Slack-Signature, and its URL challenge' },
		{
			name: 'Standard Webhooks',
			value: 'standardWebhooks',
			description: 'Webhook-* or svix-* headers: Svix and all who follow the specification',
		},
		{ name: 'Stripe', value: 'stripe', description: 'Stripe-Signature' },
	],
	default: 'standardWebhooks',
	description:
		'How the sender signs. Twilio is not among them: it signs the URL and its form fields instead of the body.',
};

/** Which scheme, what to paste where at the sender, and what else two of the schemes need to know. */
export const schemeFields: INodeProperties[] = [
	SCHEME,
	...notices,
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		required: true,
		default: 'X-Webhook-Secret',
		description: 'The header in which the sender repeats the secret',
		displayOptions: { show: { scheme: ['secretHeader'] } },
	},
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		required: true,
		default: 'Authorization',
		description: 'The header with the JWT',
		displayOptions: { show: { scheme: ['bodyJwt'] } },
	},
	{
		displayName: 'Issuer',
		name: 'issuer',
		type: 'string',
		default: '',
		description:
			'Who must have made the token (<code>iss</code>), for LiveKit the API key; several separated by commas. When empty, whoever has the secret may.',
		displayOptions: { show: { scheme: ['bodyJwt'] } },
	},
];
