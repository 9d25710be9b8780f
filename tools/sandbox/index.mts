import { startCallbackJobs } from './callbackJobs/index.mts';
import { startLiveKit } from './livekit/index.mts';
import { startPi } from './pi/index.mts';
import { startPiapi, type PiapiSandbox } from './piapi/index.mts';
import { startPipai } from './pipai/index.mts';
import { startPipevest } from './pipevest/index.mts';
import type { ProviderOptions } from './shared/createProvider.mts';

/** One line per provider. */
const providers = {
	callbackJobs: startCallbackJobs,
	livekit: startLiveKit,
	pi: startPi,
	piapi: startPiapi,
	pipai: startPipai,
	pipevest: startPipevest,
} satisfies Record<string, (options: ProviderOptions) => Promise<{ close(): Promise<void> }>>;

type Providers = typeof providers;
export type ProviderName = keyof Providers;
export const providerNames = Object.keys(providers) as ProviderName[];

export interface SandboxOptions {
	/** Default: any free one for each. */
	ports?: Partial<Record<ProviderName, number>>;
	/** 1 = the providers' own pace (default), 0.01 = a hundred times faster. */
	timeScale?: number;
	/** Default: all. */
	providers?: ProviderName[];
}

export type Sandbox = { [Name in ProviderName]: Awaited<ReturnType<Providers[Name]>> } & {
	close(): Promise<void>;
};

/** Starts the providers, each on a loopback port of its own. Rejects when a port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const names = options.providers ?? providerNames;
	const started: Array<{ close(): Promise<void> }> = [];
	const close = async () => {
		await Promise.all(started.map(async (provider) => await provider.close()));
	};
	const sandbox: Partial<Sandbox> = { close };
	try {
		for (const name of names) {
			const port = options.ports?.[name];
			const provider = await providers[name]({ port, timeScale: options.timeScale });
			started.push(provider);
			Object.assign(sandbox, { [name]: provider });
		}
	} catch (error) {
		await close();
		throw error;
	}
	return sandbox as Sandbox;
}

export type { PiapiSandbox };
