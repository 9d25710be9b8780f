import type { Sandbox } from '../sandbox/index.mts';

/** What a user would enter to speak to the sandbox, by credential type. */
export function sandboxCredentials({ piapi }: Sandbox): Record<string, Record<string, unknown>> {
	return {
		piapiApi: {
			apiKey: piapi.apiKey,
			webhookSecret: '',
			previousWebhookSecret: '',
			baseUrl: piapi.url,
			uploadUrl: piapi.uploadUrl,
		},
	};
}
