import type { SandboxInfo } from '../shared/control/types.mts';
import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import { enter } from '../shared/jobs/enter.mts';
import { addRoutes } from './addRoutes.mts';
import type { PipaiContext } from './context.mts';
import { pipaiControls, type PipaiControls } from './controls.mts';
import { defaultSettings } from './settings.mts';

export interface PipaiInfo extends SandboxInfo {
	provider: 'pipai';
	apiKey: string;
	apiSecret: string;
}

export type PipaiSandbox = ProviderSandbox<PipaiInfo, PipaiControls>;

const API_KEY = 'sandbox-pipai-key';
const API_SECRET = 'sandbox-pipai-secret';

/** Starts PipAI on loopback (docs/reference/pipai.md). */
export async function startPipai(options: ProviderOptions = {}): Promise<PipaiSandbox> {
	return await createProvider<PipaiInfo, PipaiControls>(options, (parts) => {
		const context: PipaiContext = {
			...parts,
			apiKey: API_KEY,
			apiSecret: API_SECRET,
			settings: structuredClone(defaultSettings),
			webhooks: new Map(),
			strategies: new Map(),
			backtests: new Map(),
			spent: { since: 0, weight: 0 },
		};
		addRoutes(parts.server.app, context);
		return {
			info: (url) => ({ provider: 'pipai', url, apiKey: API_KEY, apiSecret: API_SECRET }),
			controls: pipaiControls(context),
			forget() {
				Object.assign(context.settings, structuredClone(defaultSettings));
				Object.assign(context.spent, { since: 0, weight: 0 });
				for (const job of context.backtests.values()) enter(job, 'cancelled', parts.clock.now());
				for (const kept of [context.webhooks, context.strategies, context.backtests]) kept.clear();
			},
		};
	});
}
