export interface QueuePrograms {
	redis: string;
	/** Its other programs are beside it. */
	postgres: string;
	haproxy: string;
	setpriv: string;
}

export declare function findQueuePrograms(): Partial<QueuePrograms> & { missing: string[] };
