import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import { createRules } from '../shared/createRules.mts';
import type { SandboxInfo } from '../shared/control/types.mts';
import { enter } from '../shared/jobs/enter.mts';
import { addRoutes } from './addRoutes.mts';
import type { PiContext } from './context.mts';
import { piControls, type PiControls } from './controls.mts';
import type { PiSettings } from './types.mts';

export interface PiInfo extends SandboxInfo {
	provider: 'pi';
	apiKey: string;
	/** With which LiveKit signs what it tells this Pi. */
	liveKit: { apiKey: string; apiSecret: string };
}

export type PiSandbox = ProviderSandbox<PiInfo, PiControls>;

const API_KEY = 'pi_live_sandbox';
const LIVE_KIT = {
	apiKey: 'APIsandboxpi',
	apiSecret: 'sandbox-secret-that-livekit-shares-with-pi',
};
const SETTINGS: Readonly<PiSettings> = { durationMs: 2_000, deliveryTimeoutMs: 30_000 };

/** Starts Pi on loopback (docs/reference/pi.md). */
export async function startPi(options: ProviderOptions = {}): Promise<PiSandbox> {
	return await createProvider<PiInfo, PiControls>(options, (parts) => {
		const context: PiContext = {
			...parts,
			apiKey: API_KEY,
			liveKit: LIVE_KIT,
			settings: { ...SETTINGS },
			webhooks: [],
			jobs: new Map(),
			runs: new Map(),
			behaviours: createRules(),
			keyed: new Map(),
			library: new Map(),
			generation: 0,
		};
		addRoutes(parts.server.app, context);
		return {
			info: (url) => ({ provider: 'pi', url, apiKey: API_KEY, liveKit: LIVE_KIT }),
			controls: piControls(context),
			forget() {
				context.generation += 1;
				Object.assign(context.settings, SETTINGS);
				for (const job of context.jobs.values()) enter(job, 'cancelled', parts.clock.now());
				for (const kept of [context.jobs, context.runs, context.keyed, context.library])
					kept.clear();
				context.webhooks.splice(0);
				context.behaviours.clear();
			},
		};
	});
}
