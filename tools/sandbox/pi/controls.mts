import { randomUUID } from 'node:crypto';
import type { BehaviourRule, PiContext } from './context.mts';
import { deliverEvent } from './jobs/deliverEvent.mts';
import { endJob, startJob } from './jobs/startJob.mts';
import { shelf } from './library/shelf.mts';
import type { JobBehaviour, PiJob, PiSettings, Webhook } from './types.mts';

/** What Pi's sandbox can be told and asked, beside the common controls. */
export interface PiControls {
	configure(settings: Partial<PiSettings>): PiSettings;
	/** How the next `times` matching jobs (left out: every one until cleared) shall behave. */
	behave(rule: BehaviourRule & { times?: number }): number;
	/** The registry, oldest first, secrets included. */
	webhooks(): Webhook[];
	/** Puts an entry into the registry, as another system of the organization would. */
	addWebhook(entry: { url: string; secret?: string; isActive?: boolean }): Webhook;
	/** Switches an entry as somebody at the provider would. */
	switchWebhook(how: { id: string; isActive: boolean }): void;
	/** Takes an entry out, as only the provider can. */
	dropWebhook(which: { id: string }): void;
	/** The jobs, oldest first, each with `reads`: how often it was asked for. */
	jobs(): PiJob[];
	/** Creates a job without the API; answers its id. */
	start(job?: { type?: string; input?: Record<string, unknown>; behaviour?: JobBehaviour }): string;
	/** Ends a job now, delivering its event; false when it had ended already. */
	finish(how: { id: string; fail?: JobBehaviour['fail'] }): boolean;
	/** Delivers the event of an ended job again, with new event ids. */
	tellAgain(which: { id: string }): void;
	/** Adds a brand to the library; answers its id. */
	addBrand(brand: Record<string, unknown>): string;
}

export function piControls(context: PiContext): PiControls {
	const { behaviours, clock, jobs, settings, webhooks } = context;
	const jobOf = (id: string) => {
		const job = jobs.get(id);
		if (!job) throw new Error(`No job ${id}`);
		return job;
	};
	return {
		configure: (changes) => ({ ...Object.assign(settings, changes) }),
		behave: ({ times, ...rule }) => behaviours.add(rule, times),
		webhooks: () => structuredClone(webhooks),
		addWebhook({ url, secret = 'whsec_of_somebody_else', isActive = true }) {
			const now = clock.now();
			const entry = { id: randomUUID(), endpointUrl: url, secret, isActive };
			webhooks.push({ ...entry, createdAt: now, updatedAt: now });
			return structuredClone(webhooks[webhooks.length - 1] as Webhook);
		},
		switchWebhook({ id, isActive }) {
			const entry = webhooks.find((webhook) => webhook.id === id);
			if (!entry) throw new Error(`No webhook ${id}`);
			entry.isActive = isActive;
		},
		dropWebhook({ id }) {
			webhooks.splice(0, webhooks.length, ...webhooks.filter((webhook) => webhook.id !== id));
		},
		jobs: () => structuredClone([...jobs.values()]),
		start({ type = 'avatar_generation', input = { prompt: 'x' }, behaviour } = {}) {
			if (behaviour) behaviours.add(behaviour, 1);
			return startJob(context, type, input).id;
		},
		finish: ({ id, fail }) => endJob(context, jobOf(id), fail),
		tellAgain: ({ id }) => void deliverEvent(context, jobOf(id)),
		addBrand(brand) {
			const id = randomUUID();
			shelf(context, 'brands').set(id, { id, ...brand });
			return id;
		},
	};
}
