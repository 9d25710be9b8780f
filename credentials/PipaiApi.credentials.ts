import { createHmac } from 'node:crypto';
import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { requestUrl } from '../lib/http/requestUrl';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

type AnyRequest = IHttpRequestOptions & { uri?: string };

export class PipaiApi implements ICredentialType {
	name = 'pipaiApi';

	displayName = 'PipAI API';

	icon: Icon = { light: 'file:../icons/pipai.svg', dark: 'file:../icons/pipai.dark.svg' };

	documentationUrl = 'https://docs.pipai.org/auth';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.pipai.example',
			description: "Where PipAI's signed API is served, without /v1",
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A key with the scopes webhooks:read and webhooks:write, and trade for strategies',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Signs every request. It is never sent.',
		},
		...sharedClaimsFields,
	];

	/**
	 * Signs the exact bytes that are sent: `timestamp + METHOD + path + body`, time in ms, hex
	 * HMAC-SHA256 (docs/reference/pipai.md 1). n8n calls it again before it repeats a request
	 * after a 401, so that each has a timestamp of its own.
	 *
	 * The documents leave open whether `path` has the query string. Here it has, exactly as sent: so
	 * do the exchanges whose scheme has this same canonical string, and no parameter goes unsigned.
	 */
	authenticate: IAuthenticate = async (
		{ apiKey, apiSecret }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		// The HTTP Request node still asks in n8n's older form, with `uri`.
		const { uri }: AnyRequest = request;
		const url = new URL(requestUrl(request));
		const method = (request.method ?? 'GET').toUpperCase();
		const body = sentText(method, request.body);
		const timestamp = String(Date.now());
		const signature = createHmac('sha256', String(apiSecret).trim())
			.update(timestamp + method + url.pathname + url.search + (body ?? ''))
			.digest('hex');
		return {
			...request,
			// What n8n would append later would not be signed.
			...{ baseURL: undefined, qs: undefined, url: url.href },
			...(uri !== undefined && { uri: url.href }),
			body,
			headers: {
				...(body && { 'content-type': 'application/json' }),
				...lowerCased(request.headers),
				'x-pipai-api-key': String(apiKey).trim(),
				'x-pipai-timestamp': timestamp,
				'x-pipai-signature': signature,
			},
		};
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/v1/webhooks',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'PipAI refused the signature. Check the key, the secret and the clock of this n8n: requests are signed with the time.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The key is right but lacks the scope webhooks:read. Add it in the dashboard.',
				},
			},
		],
	};
}

/** By one spelling of each name none comes twice. */
function lowerCased(headers: IDataObject = {}): IDataObject {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

/** The body as the text that goes out. n8n sends none with a GET, and trims JSON that is text. */
function sentText(method: string, body: IHttpRequestOptions['body']): string | undefined {
	if (method === 'GET' || method === 'HEAD' || body === undefined) return undefined;
	return typeof body === 'string' ? body.trim() : JSON.stringify(body);
}
