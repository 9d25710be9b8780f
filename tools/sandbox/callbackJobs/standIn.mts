import type { Job } from '../shared/jobs/types.mts';

/** A job at one of the services. */
export interface ServiceJob extends Job {
	service: string;
	/** What the path named: a model, an actor, an endpoint. */
	target: string;
	/** The body of the request that created it. */
	body: Record<string, unknown>;
	callbackUrl: string | undefined;
	/** Why it failed. */
	error: string | undefined;
	/** Whether its results have been removed since. */
	removed: boolean;
	/** The URL of its result file. */
	file: string;
}

export interface Answer {
	status: number;
	body: unknown;
}

/** What a request brings, seen from the service's address on. */
export interface Asked {
	method: string;
	path: string;
	query: URLSearchParams;
	body: Record<string, unknown>;
}

/** How one service behaves, as far as jobs go; from docs/reference/callback-apis.md. */
export interface StandIn {
	/** The header that signs in, and its value for the key `sandbox-key`. */
	signIn: [header: string, value: string];
	/** The target in the path of a request that creates a job; `target` is its group. */
	create: RegExp;
	/** A new ID in the service's notation, given a number. */
	id(number: number): string;
	callbackUrl(asked: Asked): unknown;
	/** Why a request is refused, if it is. */
	refuses?(asked: Asked): Answer | undefined;
	created(job: ServiceJob): unknown;
	/** The ID of the job in the path or query of a look. */
	look(asked: Asked): string | undefined;
	status(job: ServiceJob): unknown;
	/** The ID in a request for the result alone. */
	result?: { asked(asked: Asked): string | undefined; answer(job: ServiceJob): Answer };
	cancel?: { method: string; path: RegExp };
	/** What a callback says; default: what a look says. */
	told?(job: ServiceJob): unknown;
	/** Whether it calls about a job that has begun, too. */
	tellsProgress?: boolean;
	/** Milliseconds between its attempts to call. */
	schedule: number[];
	timeoutMs: number;
	/** Whether a status ends its attempts although it is no success. */
	givesUpOn?(status: number): boolean;
}

/** By the state of a job. */
export function byState<T>(
	{ state }: ServiceJob,
	words: { waiting: T; working: T; done: T; failed: T; cancelled: T },
): T {
	if (state === 'completed') return words.done;
	if (state === 'failed') return words.failed;
	if (state === 'cancelled') return words.cancelled;
	return state === 'processing' ? words.working : words.waiting;
}

/** The group of a pattern in the path. */
export function inPath(pattern: RegExp): (asked: Asked) => string | undefined {
	return ({ method, path }) => (method === 'GET' ? pattern.exec(path)?.[1] : undefined);
}

/** The value of a parameter of a query. */
export function inQuery(path: string, name: string): (asked: Asked) => string | undefined {
	return (asked) =>
		asked.method === 'GET' && asked.path === path
			? (asked.query.get(name) ?? undefined)
			: undefined;
}
