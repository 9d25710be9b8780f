/** How the secret or signature of a delivery shall come out. */
export type Credential = 'right' | 'wrong' | 'missing' | 'blank';

/** The circumstances of one attempt. */
export interface Moment {
	/** 1 for the first. */
	attempt: number;
	/** Unix milliseconds to show in this attempt: the real time plus `shiftMs`. */
	now: number;
	/** Not 0 when the delivery shall look old (or ahead): add it to every time shown. */
	shiftMs: number;
	credential: Credential;
}

export interface Delivery {
	url: string;
	/** What it tells of (task id, event, …): for filters and for scoped faults. */
	about: Record<string, string>;
	body(moment: Moment): string;
	/** Made from the body as it is before any tampering. */
	headers(moment: Moment, body: string): Record<string, string>;
	/** Milliseconds (before time scale) to wait before the second, third, … attempt. */
	schedule: readonly number[];
	/** Real milliseconds a receiver has for its answer. */
	timeoutMs: number;
	/** Left out: 2xx. */
	isSuccess?(status: number): boolean;
	/** Told of the outcome of every attempt. */
	attempted?(success: boolean): void;
	/** Asked before every retry: true ends them. */
	abandoned?(): boolean;
}

export interface Exchange {
	/** Unix milliseconds. */
	sentAt: number;
	ms: number;
	/** null when no answer came. */
	status: number | null;
	headers: Record<string, string | string[]>;
	body: string;
	/** Why no answer came. */
	error: string | null;
}

export interface Attempt {
	attempt: number;
	/** 0 for the delivery itself, 1… for duplicates of it. */
	copy: number;
	url: string;
	sent: { headers: Record<string, string>; body: string };
	faults: string[];
	answer: Exchange;
}

export interface DeliveryRecord {
	id: string;
	url: string;
	about: Record<string, string>;
	/** Unix milliseconds. */
	createdAt: number;
	state: 'held' | 'underWay' | 'delivered' | 'gaveUp' | 'dropped';
	attempts: Attempt[];
}
