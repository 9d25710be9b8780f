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
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			description:
				'The ed25519 public key of a sender that signs with a key pair: PEM, an OpenSSH line, or base64 of its 32 bytes with or without <code>whpk_</code>',
		},
		...sharedClaimsFields,
	];
}
