import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

export class PiApi implements ICredentialType {
	name = 'piApi';

	displayName = 'Pi API';

	icon: Icon = { light: 'file:../icons/pi.svg', dark: 'file:../icons/pi.dark.svg' };

	documentationUrl = 'https://piii.mintlify.app/concepts/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.trypi.ai',
			description: 'Where your Pi deployment is, without /api/v1',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. pi_live_…',
			description: 'The key of your organization at Pi',
		},
		...sharedClaimsFields,
	];

	/** The scheme is compared exactly, and white space is no part of a key (docs/reference/pi.md 1). */
	authenticate: IAuthenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(apiKey).trim()}` },
	});

	/** `/api/health` needs no key, so it would prove nothing (docs/reference/pi.md 9). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/api/v1/webhooks',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Pi does not know this API key' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'This API key may not list the webhooks of Pi' },
			},
		],
	};
}
