import type { ProviderParts } from '../shared/createProvider.mts';
import type { Rules } from '../shared/createRules.mts';
import type { JobBehaviour, PiJob, PiSettings, Run, Webhook } from './types.mts';

/** A behaviour for jobs that match. */
export interface BehaviourRule extends JobBehaviour {
	match?: {
		type?: string;
		/** Part of the input as JSON, e.g. a word of the prompt. */
		input?: string;
	};
}

/** The answer that an idempotency key stands for. */
export interface KeyedAnswer {
	body: string;
	status: number;
	answer: unknown;
}

/** What the parts of this provider share. */
export interface PiContext extends ProviderParts {
	apiKey: string;
	liveKit: { apiKey: string; apiSecret: string };
	settings: PiSettings;
	webhooks: Webhook[];
	jobs: Map<string, PiJob>;
	runs: Map<string, Run>;
	behaviours: Rules<BehaviourRule>;
	/** By endpoint and key. */
	keyed: Map<string, KeyedAnswer>;
	/** Avatars, brands, voice agents and sessions, by kind and id. */
	library: Map<string, Map<string, Record<string, unknown>>>;
	/** Grows with every reset: what was under way before ends. */
	generation: number;
}
