import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { requestUrl } from '../lib/http/requestUrl';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

const UNKNOWN_KEY = 'PiAPI does not know this API key';

export class PiapiApi implements ICredentialType {
	name = 'piapiApi';

	displayName = 'PiAPI API';

	icon: Icon = { light: 'file:../icons/piapi.svg', dark: 'file:../icons/piapi.dark.svg' };

	documentationUrl = 'https://piapi.ai/docs/unified-api-schema';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The key of your PiAPI workspace, under API Keys',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret that PiAPI repeats in every callback. Leave empty to derive one from the API key.',
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Still accepted while it is set: for tasks that were created before the secret changed. Where it was derived, put the previous API key here.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.piapi.ai',
		},
		{
			displayName: 'Upload URL',
			name: 'uploadUrl',
			type: 'string',
			default: 'https://upload.theapi.app',
			description: "Where binary files are uploaded to PiAPI's temporary storage",
		},
		...sharedClaimsFields,
	];

	/** The task API takes `x-api-key`, the OpenAI-shaped endpoints under `/v1/` a bearer token (docs/reference/piapi.md 1.2). */
	authenticate: IAuthenticate = async (
		{ apiKey, baseUrl }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const url = requestUrl(request, String(baseUrl));
		const isChat = URL.canParse(url) && new URL(url).pathname.startsWith('/v1/');
		const signIn = isChat ? { Authorization: `Bearer ${String(apiKey)}` } : { 'x-api-key': apiKey };
		return { ...request, headers: { ...request.headers, ...signIn } };
	};

	/** Both rules, since either may be how a wrong key is told; n8n looks at each, its type at one kind. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/account/info',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: UNKNOWN_KEY },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'code', value: 401, message: UNKNOWN_KEY },
			},
		] as ICredentialTestRequest['rules'],
	};
}
