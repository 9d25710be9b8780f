import type { SandboxInfo } from '../shared/control/types.mts';
import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import { addCustomerRoutes } from './addCustomerRoutes.mts';
import { addTokenRoutes } from './addTokenRoutes.mts';
import { createAdmit } from './admit.mts';
import type { Client, PipevestContext } from './context.mts';
import { pipevestControls, type PipevestControls } from './controls.mts';
import { keyNamed } from './keys.mts';
import { defaultSettings } from './types.mts';
import { addWebhookRoutes } from './webhooks/addWebhookRoutes.mts';

export interface PipevestInfo extends SandboxInfo, Omit<Client, 'key'> {
	provider: 'pipevest';
	/** What the credential calls base URL. */
	baseUrl: string;
	/** PEM. */
	privateKey: string;
}

export type PipevestSandbox = ProviderSandbox<PipevestInfo, PipevestControls>;

const CLIENT: Client = {
	clientId: '123456',
	clientSecret: 'sandbox-pipevest-secret',
	keyId: 'sandbox-pipevest-ed25519',
	key: keyNamed('client'),
};

/** Starts Pipevest on loopback (docs/reference/pipevest.md). */
export async function startPipevest(options: ProviderOptions = {}): Promise<PipevestSandbox> {
	return await createProvider<PipevestInfo, PipevestControls>(options, (parts) => {
		const context: PipevestContext = {
			...parts,
			client: CLIENT,
			settings: { ...defaultSettings },
			tokens: new Map(),
			webhook: null,
			deliveryKey: keyNamed('deliveries 0'),
			rotations: 0,
		};
		const { app } = parts.server;
		void app.register(async (signed) => {
			signed.addHook('preHandler', createAdmit(context, false));
			addTokenRoutes(signed, context);
		});
		void app.register(async (admitted) => {
			admitted.addHook('preHandler', createAdmit(context, true));
			addWebhookRoutes(admitted, context);
			addCustomerRoutes(admitted);
		});
		const { key, ...client } = CLIENT;
		const privateKey = String(key.export({ format: 'pem', type: 'pkcs8' }));
		return {
			info: (url) => ({ provider: 'pipevest', url, baseUrl: `${url}/v1`, ...client, privateKey }),
			controls: pipevestControls(context),
			forget() {
				Object.assign(context.settings, defaultSettings);
				context.tokens.clear();
				context.webhook = null;
			},
		};
	});
}
