import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent } from 'undici';
import { post } from '../../../tools/sandbox/shared/deliveries/post.mts';
import { signedSenders } from '../../contract/support/signedSenders.mts';
import { quiet, runsOf } from '../support/runsOf.mts';
import { AFTER, saveRow, webhookUrl } from '../support/workflows.mts';
import { answerOf } from './support/answerOf.mts';
import { furtherN8n, sharedN8n, type Attacked } from './support/attacked.mts';
import { forgeries, rightful } from './support/forgeries.mts';
import { printTable, tally } from './support/printTable.mts';
import { storedExecutions } from './support/storedExecutions.mts';

const LEGACY = { N8N_EXPRESSION_ENGINE: 'legacy' };
/**
 * As it comes, n8n opens an isolate for each request, some 40 ms: 10,000 would take minutes. With
 * the setting `legacy` it opens none; what our nodes do is the same. A fresh n8n grows for some 1,000
 * requests, whatever they are: they come first.
 */
const CASES = [
	{ engine: 'legacy', forged: 10_000, warmUp: 1_500, open: async () => await furtherN8n(LEGACY) },
	{ engine: 'default', forged: 500, warmUp: 200, open: sharedN8n },
];
const RIGHTFUL_EVERY = 100;
const AT_ONCE = 10;
const MOST_GROWTH_MB = 150;

const TRIGGER = 'Signed Webhook Trigger';
const [sender] = signedSenders;

describe.each(CASES)('$forged forged requests, $engine engine', ({ forged, warmUp, open }) => {
	const agent = new Agent({ connections: AT_ONCE, connect: { timeout: 60_000 } });
	let attacked: Attacked;
	let url: string;
	let workflowId: string;

	beforeAll(async () => {
		attacked = await open();
		const { client } = attacked;
		const credential = await client.credentials.create('signedWebhookApi', sender.credential);
		const { parameters } = sender;
		const steps = [
			{ name: TRIGGER, type: 'signedWebhookTrigger', parameters, credentials: [credential] },
			AFTER,
		];
		const saved = await saveRow('Forged at', steps, client);
		await client.workflows.publish(saved.id);
		workflowId = saved.id;
		url = webhookUrl(saved, TRIGGER, attacked.url);
	});
	afterAll(async () => {
		await agent.close();
		await attacked?.client.workflows.unpublish(workflowId);
		await attacked?.close();
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

	it('store nothing, take no memory, and harm no delivery', async () => {
		await attack(warmUp, () => undefined);
		const before = await attacked.memory();
		const answers = await attack(forged, (index) =>
			index % RIGHTFUL_EVERY === 0 ? `rightful-${index}` : undefined,
		);
		const after = await attacked.memory();
		await quiet(workflowId, attacked.client);
		printTable(`Answers to ${forged} forged requests`, tally(answers));
		printTable("MB of n8n's memory", { before, after });

		const rightfulOnes = forged / RIGHTFUL_EVERY;
		const accepted = Array(rightfulOnes).fill('rightful: 200 {"status":"accepted"}');
		expect(answers.filter((answer) => answer.startsWith('rightful'))).toEqual(accepted);
		const refused = answers.filter((answer) => !answer.startsWith('rightful'));
		expect(refused).toHaveLength(forged);
		expect(refused.filter((answer) => !answer.includes(': 401 {"error":'))).toEqual([]);
		expect(await storedExecutions(workflowId, attacked.where)).toHaveLength(rightfulOnes);
		expect(await runsOf(workflowId, 'After', attacked.client)).toHaveLength(rightfulOnes);
		expect(after - before).toBeLessThan(MOST_GROWTH_MB);
	}, 900_000);
});
