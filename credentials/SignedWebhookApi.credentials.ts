import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

export class SignedWebhookApi implements ICredentialType {
	name = 'signedWebhookApi';

	displayName = 'Signed Webhook API';

	icon: Icon = {
		light: 'file:../icons/signedWebhook.svg',
		dark: 'file:../icons/signedWebhook.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-pihooks/n8n-nodes-pihooks/tree/main/docs/signed-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The signing secret that the sender shows for the webhook, or that you gave it. Only senders that sign with a key pair need none.',
		},
		{
			displayName: 'Previous Secret',
			name: 'previousSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Still accepted while it is set: for the time in which the sender changes secrets',
		},
		{
			displayName: 'Secret Encoding',
			name: 'keyEncoding',
			type: 'options',
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hex', value: 'hex' },
				{ name: 'Text', value: 'text', description: 'Its characters are the key' },
			],
			default: 'text',
			description:
				'How the secret is written, for Custom HMAC and JWT: where its bytes are the key, and not its characters. Of all other schemes this is known.',
		},
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			default: '',
			description: 'For senders that sign in with basic authentication: Secret is their password',
		},
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			description:
				'The public key of a sender that signs with a key pair (ed25519, ECDSA or RSA): PEM, a certificate, a JWK or a set of them, an OpenSSH line, base64 with or without <code>whpk_</code>, or hex',
		},
		{
			displayName: 'JWKS URL',
			name: 'jwksUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/.well-known/jwks.json',
			description:
				'Where the sender shows its public keys, when they are not pasted: they are fetched and kept as its answer says, for a day at most',
		},
		...sharedClaimsFields,
	];
}
