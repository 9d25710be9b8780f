import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { readCredential } from '../nodes/Pipevest/credential';
import { fetchToken } from '../nodes/Pipevest/signing/fetchToken';
import { signOptions } from '../nodes/Pipevest/signing/signOptions';
import { sharedClaimsFields } from '../lib/inbound/sharedClaims/store';

/** A choice: as the secret that its name makes one think of, n8n would not show what was chosen. */
const TOKEN_ENDPOINT: INodeProperties = {
	displayName: 'Token Endpoint',
	name: 'tokenEndpoint',
	type: 'options',
	options: [
		{ name: '/oauth/token', value: 'oauthToken' },
		{ name: '/auth (Older)', value: 'auth' },
	],
	default: 'oauthToken',
	description: 'Where tokens are fetched: choose the other if this one is not found',
};

export class PipevestApi implements ICredentialType {
	name = 'pipevestApi';

	displayName = 'Pipevest API';

	icon: Icon = { light: 'file:../icons/pipevest.svg', dark: 'file:../icons/pipevest.dark.svg' };

	documentationUrl = 'https://docs.pipevest.com/guides/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom' },
				{ name: 'Production', value: 'production' },
				{ name: 'Staging', value: 'staging' },
			],
			default: 'production',
			description: 'Each environment has a client and a key pair of its own',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.pipevest.com/v1',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. staging-pipevest-ed25519',
			description: 'The name under which Pipevest knows your public key',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
			description:
				'The ed25519 key that signs every call, unencrypted, as PEM: openssl genpkey -algorithm ed25519. Pipevest has its public half.',
		},
		TOKEN_ENDPOINT,
		{
			displayName: 'Signing Dialect',
			name: 'signingDialect',
			type: 'options',
			options: [
				{
					name: 'As Pipevest Documents It',
					value: 'pipevest',
					description: 'Names in their case, host-only target, SHA-512 before signing',
				},
				{ name: 'RFC 9421', value: 'rfc9421', description: 'As the standard has it' },
			],
			default: 'pipevest',
			description: 'How calls are signed. Choose the other if Pipevest accepts no signature.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		...sharedClaimsFields,
	];

	/** n8n calls it when there is no token or the last one was refused, and keeps what it answers. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return { accessToken: await fetchToken(this, readCredential(credentials)) };
	}

	authenticate: IAuthenticate = async (credentials, request) =>
		signOptions(readCredential(credentials), request);

	/**
	 * That there is no webhook yet (404) is no failure, and what n8n throws it shows as one. n8n up to
	 * 2.8 takes the exceptions for none; there only the token call of every test tells.
	 */
	test: ICredentialTestRequest = {
		request: {
			url: '/webhooks',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [400, 401, 403, 429, 500, 502, 503, 504] },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Pipevest gave a token but refuses it. Check the client ID and the environment',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Pipevest does not let this client see its webhook' },
			},
		],
	};
}
