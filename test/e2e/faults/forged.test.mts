import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent } from 'undici';
import { post } from '../../../sandbox/shared/deliveries/post.mts';
import { signedSenders } from '../../contract/support/signedSenders.mts';
import { quiet, runsOf } from '../support/runsOf.mts';
import { AFTER, saveRow, webhookUrl } from '../support/workflows.mts';
import { n8n, n8nMemory } from '../world/world.mts';
import { answerOf } from './support/answerOf.mts';
import { forgeries, rightful } from './support/forgeries.mts';
import { printTable, tally } from './support/printTable.mts';
import { storedExecutions } from './support/storedExecutions.mts';

/** n8n itself takes some 30 ms for each request: 10,000 take more than five minutes. */
const FORGED = Number(process.env.PIHOOKS_FORGED ?? 2_000);
const WARM_UP = FORGED / 10;
const RIGHTFUL_EVERY = 100;
const AT_ONCE = 10;
const MOST_GROWTH_MB = 150;

const TRIGGER = 'Signed Webhook Trigger';
const [sender] = signedSenders;
const agent = new Agent({ connections: AT_ONCE, connect: { timeout: 60_000 } });
let url: string;
let workflowId: string;

beforeAll(async () => {
	const { credentials, workflows } = await n8n();
	const credential = await credentials.create('signedWebhookApi', sender.credential);
	const { parameters } = sender;
	const saved = await saveRow('Forged at', [
		{ name: TRIGGER, type: 'signedWebhookTrigger', parameters, credentials: [credential] },
		AFTER,
	]);
	await workflows.publish(saved.id);
	workflowId = saved.id;
	url = webhookUrl(saved, TRIGGER);
});
afterAll(async () => {
	await (await n8n()).workflows.unpublish(workflowId);
	await agent.close();
});

/** Sends this many forgeries, each way in turn, and the rightful deliveries `between` them. */
async function attack(count: number, between: (index: number) => string | undefined) {
	const ways = Object.entries(forgeries);
	const answers: string[] = [];
	const send = async (what: string, id: string, make = forgeries[what] ?? rightful) => {
		const message = { ...(await make({ url, id, sender })), timeoutMs: 120_000 };
		answers.push(`${what}: ${answerOf(await post(message, agent))}`);
	};
	let next = 0;
	const work = async () => {
		for (let index = next++; index < count; index = next++) {
			await send(ways[index % ways.length][0], `forged-${index}`);
			const id = between(index);
			if (id) await send('rightful', id);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return answers;
}

describe(`${FORGED} forged requests to a live trigger`, () => {
	it('store nothing, take no memory, and harm no delivery', async () => {
		await attack(WARM_UP, () => undefined);
		const before = await n8nMemory();
		const answers = await attack(FORGED, (index) =>
			index % RIGHTFUL_EVERY === 0 ? `rightful-${index}` : undefined,
		);
		const after = await n8nMemory();
		await quiet(workflowId);
		printTable('Answers', tally(answers));
		printTable("MB of n8n's memory", { before, after });

		const rightfulOnes = FORGED / RIGHTFUL_EVERY;
		const accepted = Array(rightfulOnes).fill('rightful: 200 {"status":"accepted"}');
		expect(answers.filter((answer) => answer.startsWith('rightful'))).toEqual(accepted);
		const forged = answers.filter((answer) => !answer.startsWith('rightful'));
		expect(forged).toHaveLength(FORGED);
		expect(forged.filter((answer) => !answer.includes(': 401 {"error":'))).toEqual([]);
		expect(await storedExecutions(workflowId)).toHaveLength(rightfulOnes);
		expect(await runsOf(workflowId, 'After')).toHaveLength(rightfulOnes);
		expect(after - before).toBeLessThan(MOST_GROWTH_MB);
	}, 900_000);
});
