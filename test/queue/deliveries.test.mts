import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { serveRedisRest } from '../support/redisRest.mts';
import { n8n } from '../e2e/world/world.mts';
import { type Counted, publishCounted } from './support/counted.mts';
import { deliverAll } from './support/deliver.mts';
import { type Outcomes, outcomesOf, printOutcomes, report } from './support/outcomes.mts';
import { type Ledger, startLedger } from './support/startLedger.mts';
import { cluster, logOf } from './world/cluster.mts';

/** Five n8n at once take their time on a busy machine. */
jest.setTimeout(300_000);

/** Of each event this many deliveries leave at the same instant. */
const COPIES = 4;
const EVENTS = 48;
const TRIALS = 3;

let ledger: Ledger;
let store: Awaited<ReturnType<typeof serveRedisRest>>;
beforeAll(async () => {
	ledger = await startLedger();
	store = await serveRedisRest(`redis://127.0.0.1:${cluster().redisPort}`);
});
afterAll(async () => {
	await ledger.close();
	await store.close();
	printOutcomes();
});

/** Delivers every event several times at once, to these URLs in turn; what became of them. */
async function burst(name: string, urlsOf: (workflow: Counted) => string[], claims?: Credential) {
	const workflow = await publishCounted(name, ledger, claims && [claims]);
	const events = Array.from({ length: EVENTS }, (_, i) => `${workflow.id} ${i}`);
	const urls = urlsOf(workflow);
	const copies = Array.from({ length: COPIES }, (_, i) => urls[i % urls.length]);
	await deliverAll(events, copies);
	const outcomes = await outcomesOf(workflow, events, ledger);
	report(name, outcomes);
	return outcomes;
}

/** How often the processors have said that the store gave no answer in time. */
async function complaints(): Promise<number> {
	const logs = await Promise.all([logOf('processor-1'), logOf('processor-2')]);
	return [...logs.join('\n').matchAll(/Shared claims:/g)].length;
}

/** On a busy machine the store may be late, and then events are accepted: tried again, if one ran twice. */
async function whileStoreAnswers(trial: (claims: Credential) => Promise<Outcomes>) {
	const { credentials } = await n8n();
	for (let left = TRIALS; ; left--) {
		const before = await complaints();
		// Complained of once in ten minutes for each credential.
		const outcomes = await trial(await credentials.create('sharedClaimsApi', store.credential));
		if (outcomes.twice === 0 || left === 1 || (await complaints()) === before) return outcomes;
	}
}

const ALL_ONCE = { events: EVENTS, once: EVENTS, twice: 0, crashed: 0, lost: 0, cutOff: 0 };

describe('simultaneous deliveries of one event, with two webhook processors and two workers', () => {
	it('run once through the proxy, which brings them to one processor', async () => {
		expect(await burst('through the proxy', ({ url }) => [url])).toEqual(ALL_ONCE);
	});

	it('run once past the proxy with shared claims', async () => {
		const outcomes = await whileStoreAnswers(async (claims) =>
			burst('shared claims', ({ direct }) => direct, claims),
		);
		expect(outcomes).toEqual(ALL_ONCE);
		expect(store.commands.length).toBeGreaterThanOrEqual(EVENTS);
	});

	it('are never lost past the proxy with neither, though some may run twice', async () => {
		const outcomes = await burst('neither', ({ direct }) => direct);
		expect(outcomes.once + outcomes.twice).toBe(EVENTS);
	});
});
