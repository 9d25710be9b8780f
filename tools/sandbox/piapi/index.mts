import { createRules } from '../shared/createRules.mts';
import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import { enter } from '../shared/jobs/enter.mts';
import type { SandboxInfo } from '../shared/control/types.mts';
import { addRoutes } from './addRoutes.mts';
import { piapiControls, type PiapiControls } from './controls.mts';
import type { PiapiContext } from './context.mts';
import { createRandom } from './createRandom.mts';
import { defaultSettings } from './settings.mts';

export interface PiapiInfo extends SandboxInfo {
	provider: 'piapi';
	apiKey: string;
	/** Base address of the upload host. */
	uploadUrl: string;
}

export type PiapiSandbox = ProviderSandbox<PiapiInfo, PiapiControls>;

const API_KEY = 'sandbox-piapi-key';

/** Starts PiAPI on loopback (docs/reference/piapi.md). */
export async function startPiapi(options: ProviderOptions = {}): Promise<PiapiSandbox> {
	return await createProvider<PiapiInfo, PiapiControls>(options, (parts) => {
		const context: PiapiContext = {
			...parts,
			apiKey: API_KEY,
			settings: { ...defaultSettings },
			tasks: new Map(),
			behaviours: createRules(),
			uploads: new Map(),
			random: createRandom(defaultSettings.seed),
		};
		addRoutes(parts.server.app, context);
		return {
			info: (url) => ({ provider: 'piapi', url, apiKey: API_KEY, uploadUrl: url }),
			controls: piapiControls(context),
			forget() {
				Object.assign(context.settings, defaultSettings);
				context.random = createRandom(defaultSettings.seed);
				for (const task of context.tasks.values()) enter(task, 'cancelled', parts.clock.now());
				context.tasks.clear();
				context.behaviours.clear();
				context.uploads.clear();
			},
		};
	});
}
