import type { Job } from '../shared/jobs/types.mts';

/** An entry of the organization's registry; the secret is shown to nobody. */
export interface Webhook {
	id: string;
	endpointUrl: string;
	secret: string;
	isActive: boolean;
	/** Unix milliseconds. */
	createdAt: number;
	updatedAt: number;
}

/** How a job shall behave; what is left out is as configured. */
export interface JobBehaviour {
	/** From creation to the end, before time scale. */
	durationMs?: number;
	/** Stays processing until `finish`. */
	hold?: boolean;
	/** Fails instead of completing; text is its reason. */
	fail?: boolean | string;
	/** Members of the final payload, over those of its type. */
	payload?: Record<string, unknown>;
}

export interface PiJob extends Job {
	type: string;
	/** The validated body of its create call. */
	input: Record<string, unknown>;
	behaviour: JobBehaviour;
	/** Unix milliseconds. */
	updatedAt: number;
}

/** Several jobs in a row, as one. */
export interface Run extends Job {
	steps: Array<{ id: string; action: string }>;
	metadata: unknown;
}

export interface PiSettings {
	durationMs: number;
	/** Real milliseconds a receiver has. */
	deliveryTimeoutMs: number;
}
