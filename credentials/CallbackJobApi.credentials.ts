import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { presets } from '../nodes/CallbackJob/presets';

const CUSTOM = { show: { service: ['custom'] } };

export class CallbackJobApi implements ICredentialType {
	name = 'callbackJobApi';

	displayName = 'Callback Job API';

	icon: Icon = {
		light: 'file:../icons/callbackJob.svg',
		dark: 'file:../icons/callbackJob.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-pihooks/n8n-nodes-pihooks/blob/main/docs/callback-job.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Service',
			name: 'service',
			type: 'options',
			options: [
				...presets.map(({ title, value }) => ({ name: title, value })),
				{ name: 'Custom', value: 'custom' },
			].sort((a, b) => a.name.localeCompare(b.name, 'en')),
			default: 'replicate',
			description: 'The service that this key belongs to. It is sent to no other.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The key as the service shows it, without a word before it',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'Authorization',
			displayOptions: CUSTOM,
			description: 'The header that takes the key',
		},
		{
			displayName: 'Header Prefix',
			name: 'headerPrefix',
			type: 'string',
			default: 'Bearer ',
			displayOptions: CUSTOM,
			description: 'Text before the key in the header, including a space at its end',
		},
	];

	authenticate: IAuthenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = String(credential.apiKey ?? '').trim();
		if (!apiKey) return request;
		const preset = presets.find(({ value }) => value === credential.service);
		const header = preset?.signIn.header ?? String(credential.headerName ?? '').trim();
		const prefix = preset?.signIn.prefix ?? String(credential.headerPrefix ?? '');
		return {
			...request,
			headers: { ...request.headers, [header || 'Authorization']: `${prefix}${apiKey}` },
		};
	};
}
