import type { SandboxInfo } from '../shared/control/types.mts';
import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import { addRoutes } from './addRoutes.mts';
import {
	call,
	DEFAULTS,
	endJob,
	type CallbackJobsContext,
	type CallbackJobsSettings,
} from './context.mts';
import type { ServiceJob } from './standIn.mts';

export interface CallbackJobsInfo extends SandboxInfo {
	provider: 'callbackJobs';
	apiKey: string;
}

/** What the services can be told, beside the common controls. */
export interface CallbackJobsControls {
	configure(settings: Partial<CallbackJobsSettings>): void;
	/** The jobs in the order of their creation. */
	jobs(which?: { service?: string }): ServiceJob[];
	/** Ends a job now, and calls about it; false when it had ended already. */
	finish(how: { id: string; fail?: string; cancelled?: boolean }): boolean;
	/** The results are gone, as after their time. */
	expire(which: { id: string }): void;
	/** Calls about a job once more, whatever its state. */
	callAgain(which: { id: string }): void;
}

export type CallbackJobsSandbox = ProviderSandbox<CallbackJobsInfo, CallbackJobsControls>;

/** Starts the twelve services of Callback Job on loopback (docs/reference/callback-apis.md). */
export async function startCallbackJobs(
	options: ProviderOptions = {},
): Promise<CallbackJobsSandbox> {
	return await createProvider<CallbackJobsInfo, CallbackJobsControls>(options, (parts) => {
		const context: CallbackJobsContext = { ...parts, settings: { ...DEFAULTS }, jobs: new Map() };
		addRoutes(parts.server.app, context);
		const jobOf = (id: string) => {
			const job = context.jobs.get(id);
			if (!job) throw new Error(`There is no job ${id}`);
			return job;
		};
		return {
			info: (url) => ({ provider: 'callbackJobs', url, apiKey: 'sandbox-key' }),
			controls: {
				configure: (changes) => void Object.assign(context.settings, changes),
				jobs: ({ service } = {}) =>
					structuredClone([...context.jobs.values()]).filter(
						(job) => service === undefined || job.service === service,
					),
				finish({ id, fail, cancelled }) {
					const job = jobOf(id);
					job.error = fail;
					const state = cancelled ? 'cancelled' : fail === undefined ? 'completed' : 'failed';
					return endJob(context, job, state);
				},
				expire: ({ id }) => void (jobOf(id).removed = true),
				callAgain: ({ id }) => void call(context, jobOf(id)),
			},
			forget() {
				for (const job of context.jobs.values()) job.endedAt ??= parts.clock.now();
				for (const job of context.jobs.values()) job.state = 'cancelled';
				context.jobs.clear();
				delete context.settings.fail;
				Object.assign(context.settings, DEFAULTS);
			},
		};
	});
}
