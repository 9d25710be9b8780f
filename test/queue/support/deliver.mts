import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { piapiDelivery } from '../../contract/support/piapiDelivery.mts';

export const SECRET = 'secret-of-the-queue-test';

const dispatcher = new Agent({ connections: 64, pipelining: 1 });
const PAUSE_MS = 200;
const ATTEMPTS = 300;

/** Delivers once; undefined when there was no answer at all. */
async function attempt(url: string, body: string): Promise<number | undefined> {
	try {
		const answer = await request(url, {
			method: 'POST',
			dispatcher,
			headers: { 'content-type': 'application/json', 'x-webhook-secret': SECRET },
			body,
		});
		await answer.body.dump();
		return answer.statusCode;
	} catch {
		return undefined;
	}
}

/** As a provider does: again and again until it is told 2xx. */
async function deliverUntilTaken(url: string, body: string): Promise<void> {
	for (let left = ATTEMPTS; left > 0; left--) {
		const status = await attempt(url, body);
		if (status !== undefined && status < 300) return;
		await sleep(PAUSE_MS);
	}
	throw new Error(`${url} took no delivery`);
}

/** Delivers one event to each of these URLs at the same instant; resolves when all have taken it. */
export async function deliver(event: string, urls: string[]): Promise<void> {
	const body = JSON.stringify(piapiDelivery({ task_id: event }));
	await Promise.all(urls.map(async (url) => await deliverUntilTaken(url, body)));
}

/** Delivers all events, so many at a time. */
export async function deliverAll(events: string[], urls: string[], atATime = 4): Promise<void> {
	const left = [...events];
	const lane = async () => {
		for (let event = left.shift(); event !== undefined; event = left.shift()) {
			await deliver(event, urls);
		}
	};
	await Promise.all(Array.from({ length: atATime }, lane));
}
