import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent } from 'undici';
import { waitUntil } from '../../../tools/n8n/client/waitUntil.mts';
import type { Exchange } from '../../../tools/sandbox/shared/deliveries/types.mts';
import { signedSenders } from '../../contract/support/signedSenders.mts';
import { quiet } from '../support/runsOf.mts';
import { saveRow, webhookUrl } from '../support/workflows.mts';
import { n8n, restartN8n } from '../world/world.mts';
import { answerOf } from './support/answerOf.mts';
import { createTurns } from './support/createTurns.mts';
import { createDice } from './support/dice.mts';
import { deliverUntilTaken, isTaken } from './support/deliverUntilTaken.mts';
import { createEffect } from './support/effect.mts';
import { printTable, tally } from './support/printTable.mts';
import { storedExecutions } from './support/storedExecutions.mts';

const EVENTS = 500;
const EVERY_MS = 50;
const MOST_COPIES = 5;
const LATEST_MS = 3_000;
/** n8n is killed when this many events have been accepted. */
const KILLED_AT = [150, 350];
const GIVEN_UP_AFTER_MS = 600_000;

const TRIGGER = 'Signed Webhook Trigger';
const [sender] = signedSenders;
const dice = createDice();
/**
 * As many deliveries at once as a provider's workers make. Without a bound a slow n8n would never
 * recover: from 2.40 on it opens an isolate of some MB for each call, and the calls pile up.
 */
const turns = createTurns(10);
const agent = new Agent({ connections: null });
/** Slow enough for some runs to be under way whenever n8n is killed. */
const DELAY_MS = 300;

interface Plan {
	id: string;
	/** When each copy is sent, in ms after the start. */
	at: number[];
}

/** 20 events a second; copies at the same instant or later, so that events overtake each other. */
function planned(): Plan[] {
	const ids = dice.shuffle(Array.from({ length: EVENTS }, (_, i) => `event-${i}-${dice.seed}`));
	return ids.map((id, slot) => {
		const first = slot * EVERY_MS + dice.roll(LATEST_MS);
		const copies = Array.from({ length: dice.roll(MOST_COPIES) }, () =>
			dice.pick([first, first + dice.roll(LATEST_MS)]),
		);
		return { id, at: [first, ...copies] };
	});
}

interface Copy {
	id: string;
	exchanges: Exchange[];
}

/** Whether a trigger got this copy from a sender that stops at the first 2xx, whoever sends it. */
const isTakenBelieving = ({ exchanges }: Copy) => {
	const first = exchanges.find(({ status }) => status === 200);
	return first !== undefined && isTaken(first);
};

describe('500 events, n8n killed twice', () => {
	let effect: Awaited<ReturnType<typeof createEffect>>;
	let url: string;
	let workflowId: string;

	beforeAll(async () => {
		effect = await createEffect('After', '{ event: $json.eventId }', DELAY_MS);
		const { credentials, workflows } = await n8n();
		const credential = await credentials.create('signedWebhookApi', sender.credential);
		const { parameters } = sender;
		const saved = await saveRow('Nothing lost', [
			{ name: TRIGGER, type: 'signedWebhookTrigger', parameters, credentials: [credential] },
			effect.step,
		]);
		await workflows.publish(saved.id);
		workflowId = saved.id;
		url = webhookUrl(saved, TRIGGER);
	});
	afterAll(async () => {
		await (await n8n()).workflows.unpublish(workflowId);
		await effect.close();
		await agent.close();
	});

	/** The exchanges of each copy of each event. */
	async function sendAll(plans: Plan[], taken: Set<string>): Promise<Copy[]> {
		const began = Date.now();
		const body = Buffer.from(JSON.stringify(sender.body('', 'job.completed')));
		const copies = plans.flatMap(({ id, at }) =>
			at.map(async (ms) => {
				await sleep(ms);
				const sign = async () => ({
					url,
					body,
					headers: [
						['content-type', 'application/json'] as [string, string],
						...(await sender.sign({ body, id, type: 'job.completed', at: Date.now(), url })),
					],
				});
				const until = began + GIVEN_UP_AFTER_MS;
				const exchanges = await deliverUntilTaken(sign, {
					until,
					agent,
					turns,
					jitter: dice.roll(100) / 100,
				});
				taken.add(id);
				return { id, exchanges };
			}),
		);
		return await Promise.all(copies);
	}

	it('runs each once, or shows it as crashed at a kill; none is missing', async () => {
		const plans = planned();
		const taken = new Set<string>();
		const sending = sendAll(plans, taken);
		let lastKill = 0;
		for (const count of KILLED_AT) {
			await waitUntil(`${count} events to be taken`, async () => taken.size >= count, 500);
			lastKill = Date.now();
			await restartN8n('kill9');
		}
		const copies = await sending;
		await quiet(workflowId);

		const stored = await storedExecutions(workflowId);
		const crashed = stored.filter(({ status }) => status === 'crashed');
		const ran = tally(effect.said<{ event: string }>().map(({ event }) => event));
		const outcomes = plans.map(({ id }) => {
			const runs = ran[id] ?? 0;
			const wasCrashed = crashed.some(({ data }) => data.includes(`"${id}"`));
			if (runs > 1) return `ran ${runs} times`;
			if (runs === 1) return wasCrashed ? 'ran once, seen as crashed at a kill too' : 'ran once';
			return wasCrashed ? 'not run, seen as crashed at a kill' : 'missing';
		});

		const exchanges = copies.flatMap((copy) => copy.exchanges);
		const believing = copies.filter((copy) => isTakenBelieving(copy));
		const lost = plans.filter(({ id }) => !believing.some((copy) => copy.id === id));
		printTable(`Attempts to deliver (seed ${dice.seed})`, tally(exchanges.map(answerOf)));
		printTable('Executions stored', tally(stored.map(({ status }) => status)));
		printTable(`Outcomes of ${EVENTS} events`, tally(outcomes));
		printTable('And had the sender believed the 200 of an n8n that is starting', {
			'more would be missing': lost.length,
		});

		expect(outcomes.filter((outcome) => /missing|times/.test(outcome))).toEqual([]);
		expect(crashed.filter(({ startedAt }) => (startedAt ?? 0) > lastKill)).toHaveLength(0);
		expect(stored.filter(({ status }) => !/^(success|crashed)$/.test(status))).toHaveLength(0);
	}, 1_200_000);
});
