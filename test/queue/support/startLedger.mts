import fastify from 'fastify';

export interface Ledger {
	/** Where the node after the trigger posts the event it ran for, as `?event=`. */
	url: string;
	/** How often it did, by event. */
	runs: Map<string, number>;
	/** Milliseconds until it gets its answer. */
	delay: number;
	close(): Promise<void>;
}

/**
 * Keeps account of what really happened after the trigger. n8n's executions cannot: one that was
 * running in a killed worker does not tell how far it came.
 */
export async function startLedger(): Promise<Ledger> {
	const app = fastify();
	const ledger: Ledger = {
		url: '',
		runs: new Map(),
		delay: 0,
		close: async () => await app.close(),
	};
	app.post<{ Querystring: { event: string } }>('/', async ({ query: { event } }) => {
		ledger.runs.set(event, (ledger.runs.get(event) ?? 0) + 1);
		await new Promise((resolve) => setTimeout(resolve, ledger.delay));
		return { event };
	});
	ledger.url = await app.listen({ host: '127.0.0.1', port: 0 });
	return ledger;
}
