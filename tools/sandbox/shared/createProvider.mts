import { createClock, type Clock } from './clock.mts';
import { addControlRoutes, type AnyControl } from './control/addControlRoutes.mts';
import { commonControls, type CommonControls } from './control/commonControls.mts';
import type { Controls, SandboxInfo } from './control/types.mts';
import { createDeliveries, type Deliveries } from './deliveries/createDeliveries.mts';
import { createFaults, type Faults } from './faults.mts';
import { addFileRoutes } from './files/addFileRoutes.mts';
import { createServer } from './server/createServer.mts';
import type { SandboxServer } from './server/types.mts';

export interface ProviderOptions {
	/** Default: any free one. */
	port?: number;
	/** 1 = the provider's own pace, 0.01 = a hundred times faster. */
	timeScale?: number;
}

/** What a provider's own part is built from. */
export interface ProviderParts {
	clock: Clock;
	faults: Faults;
	server: SandboxServer;
	deliveries: Deliveries;
}

/** What a provider adds of its own. */
export interface ProviderBuild<Info extends SandboxInfo, Own extends object> {
	info(url: string): Info;
	/** Control methods: one JSON argument at most, a JSON result. */
	controls: Own;
	/** Forgets jobs, registrations, settings: part of the control `reset`. */
	forget(): void;
}

export type ProviderSandbox<Info extends SandboxInfo, Own extends object> = Info &
	CommonControls &
	Own & { close(): Promise<void> };

/**
 * Starts a provider: server, faults, deliveries, result files and control endpoint, plus what
 * `build` adds (its routes and its own control methods).
 */
export async function createProvider<Info extends SandboxInfo, Own extends object>(
	options: ProviderOptions,
	build: (parts: ProviderParts) => ProviderBuild<Info, Own>,
): Promise<ProviderSandbox<Info, Own>> {
	const clock = createClock(options.timeScale ?? 1);
	const faults = createFaults();
	const server = createServer({ clock, faults });
	const deliveries = createDeliveries({ clock, faults });
	const parts = { clock, faults, server, deliveries };
	addFileRoutes(server.app);
	const own = build(parts);
	const controls = { ...commonControls({ ...parts, forget: own.forget }), ...own.controls };
	addControlRoutes(
		server.app,
		() => own.info(server.url()),
		new Map(Object.entries(controls as Controls) as Array<[string, AnyControl]>),
	);
	await server.listen(options.port ?? 0);
	return {
		...own.info(server.url()),
		...controls,
		async close() {
			clock.close();
			await deliveries.close();
			await server.close();
		},
	};
}
