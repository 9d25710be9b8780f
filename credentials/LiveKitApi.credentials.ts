import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

export class LiveKitApi implements ICredentialType {
	name = 'liveKitApi';

	displayName = 'LiveKit API';

	icon: Icon = { light: 'file:../icons/liveKit.svg', dark: 'file:../icons/liveKit.dark.svg' };

	documentationUrl = 'https://docs.livekit.io/home/server/webhooks/';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. APIkT2…',
			description: 'The key that your LiveKit project signs its webhooks with',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The secret of this key',
		},
		{
			displayName: 'Project URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. wss://my-project.livekit.cloud',
			description: 'Used only to test this credential',
		},
		...sharedClaimsFields,
	];
}
