import { credentialKey, readExamples, servicesOf } from './examples.mts';
import type { Sandbox } from '../sandbox/index.mts';

/** What the example of a signed webhook signs its test delivery with, as its note says. */
export const sandboxWebhook = { secret: 'the secret of the credential' };

/** What a user would enter to speak to the sandbox, by credential type (and service). */
export function sandboxCredentials(sandbox: Sandbox) {
	const { callbackJobs, livekit, pi, piapi, pipai, pipevest } = sandbox;
	const services = servicesOf(readExamples()).map((service) => [
		credentialKey('callbackJobApi', service),
		{ service, apiKey: callbackJobs.apiKey, headerName: 'Authorization', headerPrefix: 'Bearer ' },
	]);
	return {
		...(Object.fromEntries(services) as Record<string, Record<string, unknown>>),
		liveKitApi: { apiKey: livekit.apiKey, apiSecret: livekit.apiSecret },
		piApi: { baseUrl: pi.url, apiKey: pi.apiKey },
		piapiApi: {
			apiKey: piapi.apiKey,
			webhookSecret: '',
			previousWebhookSecret: '',
			baseUrl: piapi.url,
			uploadUrl: piapi.uploadUrl,
		},
		pipaiApi: { baseUrl: pipai.url, apiKey: pipai.apiKey, apiSecret: pipai.apiSecret },
		pipevestApi: {
			environment: 'custom',
			baseUrl: pipevest.baseUrl,
			clientId: pipevest.clientId,
			clientSecret: pipevest.clientSecret,
			keyId: pipevest.keyId,
			privateKey: pipevest.privateKey,
			tokenEndpoint: 'oauthToken',
			signingDialect: 'pipevest',
		},
		signedWebhookApi: sandboxWebhook,
	} satisfies Record<string, Record<string, unknown>>;
}
