import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { SignInError } from '../lib/http/signInError';
import { storeAddress } from '../lib/inbound/sharedClaims/store';

export class SharedClaimsApi implements ICredentialType {
	name = 'sharedClaimsApi';

	displayName = 'Shared Claims API';

	icon: Icon = {
		light: 'file:../icons/sharedClaims.svg',
		dark: 'file:../icons/sharedClaims.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-pihooks/n8n-nodes-pihooks/blob/main/docs/shared-claims.md';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://my-store.upstash.io',
			description:
				'Where a Redis that all webhook processes share is reached over REST, as Upstash and its stand-ins serve it',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of this URL. It must be allowed to write.',
		},
	];

	/** The token goes nowhere but to its own address, whoever asks: the HTTP Request node may, too. */
	authenticate: IAuthenticate = async ({ url, token }, request) => {
		const base = storeAddress(String(url).trim());
		// The HTTP Request node still asks in n8n's older form, with `uri`.
		const { baseURL, uri, ...rest }: IHttpRequestOptions & { uri?: string } = request;
		const asked = new URL(uri ?? rest.url, baseURL || base);
		if (asked.origin !== base.origin)
			throw new SignInError(`This token is for ${base.origin} only, not for ${asked.origin}`);
		return {
			...rest,
			...(uri !== undefined && { uri: asked.href }),
			url: asked.href,
			headers: { ...rest.headers, Authorization: `Bearer ${String(token).trim()}` },
		};
	};

	/** Whatever has no `result` is no answer of such a store: an HTML page comes with 200 too. */
	test: ICredentialTestRequest = {
		request: { method: 'POST', url: '', body: ['PING'], disableFollowRedirect: true },
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'result',
					value: undefined,
					message: 'The URL answers, but not as the Redis REST protocol does. Check the URL',
				},
			},
		],
	};
}
