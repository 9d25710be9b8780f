export type JobState = 'staged' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

/** What every provider's unit of work has. Times are unix milliseconds. */
export interface Job {
	id: string;
	state: JobState;
	createdAt: number;
	startedAt: number | null;
	endedAt: number | null;
	/** 0 to 100. */
	progress: number;
	/** How often its status was asked for. */
	reads: number;
}

export interface JobPlan {
	/** From pending to the end, before time scale. */
	durationMs: number;
	/** Stays processing until it is told to end. */
	hold: boolean;
	/** How many progress steps are told of while processing. */
	steps: number;
	outcome: 'completed' | 'failed';
}
