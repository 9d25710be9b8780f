import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { type Counted, publishCounted } from './support/counted.mts';
import { deliverAll } from './support/deliver.mts';
import { outcomesOf, printOutcomes, report } from './support/outcomes.mts';
import { type Ledger, startLedger } from './support/startLedger.mts';
import { kill9, type MemberName, restart } from './world/cluster.mts';

/** Five n8n at once take their time on a busy machine. */
jest.setTimeout(300_000);

const EVENTS = 48;
/** Of each event this many deliveries leave at the same instant. */
const COPIES = 3;
/** The node after the trigger takes so long that the fault finds it running. */
const DELAY_MS = 500;

let ledger: Ledger;
beforeAll(async () => (ledger = await startLedger()));
beforeEach(() => {
	ledger.delay = DELAY_MS;
});
afterAll(async () => {
	await ledger.close();
	printOutcomes();
});

const FAULTS: Array<{ name: string; member: MemberName }> = [
	{ name: 'a worker is killed', member: 'worker-1' },
	{ name: 'a processor is killed', member: 'processor-1' },
	{ name: 'Redis is killed', member: 'redis' },
];

async function deliverThrice(workflow: Counted, events: string[]): Promise<void> {
	await deliverAll(events, Array<string>(COPIES).fill(workflow.url));
}

describe('in the middle of a burst', () => {
	it.each(FAULTS)('$name: every event runs once, or shows as crashed', async ({ name, member }) => {
		const workflow = await publishCounted(name, ledger);
		const events = Array.from({ length: EVENTS }, (_, i) => `${member} ${i}`);
		const runs = () => events.filter((event) => ledger.runs.has(event)).length;

		const delivering = deliverThrice(workflow, events);
		await waitUntil('a third of the runs', async () => runs() > EVENTS / 3, 120);
		await kill9(member);
		await restart(member);
		await delivering;

		const outcomes = await outcomesOf(workflow, events, ledger);
		expect(outcomes).toMatchObject({ twice: 0, lost: 0 });

		ledger.delay = 0;
		await deliverThrice(workflow, events);
		const later = await outcomesOf(workflow, events, ledger);
		report(name, later);
		expect(later).toMatchObject({ twice: 0, lost: 0 });
	});
});
