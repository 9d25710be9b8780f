import type { Job } from '../shared/jobs/types.mts';

export type StatusCase = 'lower' | 'capitalised' | 'mixed';

export interface TaskError {
	code: number;
	message: string;
	raw_message: string;
	detail: unknown;
}

/** How a task shall behave; what is left out is as configured. */
export interface TaskBehaviour {
	/** From creation to the end, before time scale. */
	durationMs?: number;
	/** Stays processing until `finish`. */
	hold?: boolean;
	/** Fails instead of completing, with this error. */
	fail?: boolean | Partial<TaskError>;
	/** States, other than the terminal ones, that are delivered too. */
	events?: Array<'staged' | 'pending' | 'processing'>;
	/** Progress steps while processing (each a delivery, if `processing` is one of `events`). */
	steps?: number;
	statusCase?: StatusCase;
	/** Midjourney only: queued until promoted by `finish` or by a free place. */
	staged?: boolean;
	/** Instead of the output of its family. */
	output?: unknown;
	/** Result files of this many bytes instead of the tiny ones. */
	fileBytes?: number;
	/** How many results, where the family can have several. */
	results?: number;
}

export interface Webhook {
	endpoint: string;
	secret: string;
}

/** What is particular to a task of the legacy Midjourney API. */
export interface LegacyRequest {
	notifyProgress: boolean;
	/** The body of its create call. */
	request: Record<string, unknown>;
}

export interface Task extends Job {
	model: string;
	taskType: string;
	input: Record<string, unknown>;
	serviceMode: string;
	webhook: Webhook;
	behaviour: TaskBehaviour;
	statusCase: 'lower' | 'capitalised';
	/** +08:00 instead of Z in its times. */
	eastern: boolean;
	error: TaskError;
	/** The final output. */
	output: unknown;
	/** The output until it is completed. */
	skeleton: unknown;
	/** Set on tasks of the legacy Midjourney API. */
	legacy?: LegacyRequest;
}

/** Settings of the whole account. */
export interface PiapiSettings {
	durationMs: number;
	statusCase: StatusCase;
	/** Real milliseconds a receiver has. */
	deliveryTimeoutMs: number;
	/** Uploads need `creator` or `pro`. */
	plan: 'free' | 'creator' | 'pro';
	/** Midjourney tasks at once; the others are staged, 50 at most. */
	midjourneyPlaces: number;
	/** How long a chat completion takes, before time scale; Cloudflare cuts at 120 000. */
	chatMs: number;
	/** For `mixed`: the same seed gives the same mixture. */
	seed: number;
}
