import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../../tools/n8n/client/waitUntil.mts';
import { importExamples, startedRuns, withdrawExamples } from '../support/examples.mts';
import { piapiCredential, piapiSandbox } from '../support/piapi.mts';
import { n8n } from '../world/world.mts';

const EXAMPLES = [
	'piapi-wait-pictures',
	'piapi-notify-create',
	'piapi-notify-receive',
	'piapi-midjourney-progress',
	'piapi-dead-letters',
	'piapi-race',
	'piapi-redeliver',
];
let piapi: Awaited<ReturnType<typeof piapiSandbox>>;

beforeAll(async () => {
	piapi = await piapiSandbox();
	await importExamples(EXAMPLES, [await piapiCredential()]);
});
afterAll(async () => await withdrawExamples(EXAMPLES));
beforeEach(async () => await piapi.reset());

async function run(id: string, trigger?: string) {
	const { runs, executions } = await n8n();
	return await executions.wait(await runs.start(id, { trigger }));
}

describe('examples with PiAPI', () => {
	it('20 prompts become 20 pictures, one item each with the file', async () => {
		const { executions } = await n8n();
		const done = await run('piapi-wait-pictures');
		const items = itemsOf(done, 'Download each picture');
		expect(items).toHaveLength(20);
		const prompts = (await piapi.tasks()).map(
			({ id, input }) => [id, (input as { prompt: string }).prompt] as const,
		);
		const given = itemsOf(done, '20 prompts').map(({ json }) => json.prompt);
		expect(items.map(({ json }) => new Map(prompts).get(json.jobId as string))).toEqual(given);
		for (const { binary } of items) {
			expect(binary?.data.mimeType).toBe('image/png');
			expect((await executions.binary(binary!.data)).subarray(1, 4).toString()).toBe('PNG');
		}
	});

	it.each([
		['completes', {}, 'Use the video', { video: expect.stringContaining('.mp4') }],
		[
			'fails',
			{ fail: { message: 'no such scene', raw_message: '' } },
			'Say what went wrong',
			{ reason: expect.stringContaining('no such scene') },
		],
	])('a video that one workflow created runs another when it %s', async (_, how, node, item) => {
		const before = await (await n8n()).executions.list({ workflowId: 'piapi-notify-receive' });
		await piapi.behave(how);
		expect((await run('piapi-notify-create')).status).toBe('success');
		const received = await startedRuns('piapi-notify-receive', before.length + 1);
		expect(received).toHaveLength(before.length + 1);
		expect(itemsOf(received[before.length], node).map(({ json }) => json)).toEqual([item]);
		expect(await piapi.tasks()).toHaveLength(1);
	});

	it('Midjourney tells how far it is, then gives the picture', async () => {
		await run('piapi-midjourney-progress');
		const done = async () => (await piapi.tasks()).find(({ state }) => state === 'completed');
		const { id } = await waitUntil('the picture to be completed', done);
		await piapi.idle({ timeoutMs: 30_000 });
		const deliveries = await piapi.deliveries({ about: { taskId: id } });
		const told = await startedRuns('piapi-midjourney-progress', deliveries.length + 1);
		const all = (node: string) => told.flatMap((each) => itemsOf(each, node));
		const texts = all('Show the progress').map(({ json }) => json.text);
		expect(texts).toEqual(expect.arrayContaining(['Drawing: 25 %', 'Drawing: 50 %']));
		expect(new Set(texts).size).toBe(texts.length);
		expect(all('Use the picture').map(({ json }) => json)).toEqual([
			{ picture: expect.stringContaining('.png') },
		]);
	});

	it('a failed job is kept, is tried again, and is forgotten when it succeeds', async () => {
		const again = async () => await run('piapi-dead-letters', 'Every day');
		const letters = async () =>
			itemsOf(await again(), 'Failed jobs').map(({ json: { prompt, reason } }) => [prompt, reason]);
		await piapi.behave({ match: { input: 'fog' }, fail: { message: 'too foggy' }, times: 2 });

		const first = await run('piapi-dead-letters', 'Start');
		expect(itemsOf(first, 'Create the pictures')).toHaveLength(2);
		const dead = ['A lighthouse in fog', expect.stringContaining('too foggy')];
		expect(await letters()).toEqual([dead]);
		expect(await letters()).toEqual([dead]);
		expect(await letters()).toEqual([]);
		expect(await piapi.tasks()).toHaveLength(5);
	});

	it('the first of three models wins, and the others are let go', async () => {
		const { runs, executions } = await n8n();
		await piapi.behave({ hold: true });
		const execution = await runs.start('piapi-race');
		await executions.wait(execution, ['waiting', 'error']);
		const tasks = await piapi.tasks();
		expect(tasks).toHaveLength(3);
		const winner = String(tasks[1]?.id);
		await piapi.finish({ id: winner });
		const done = await executions.wait(execution, ['success', 'error'], 150);
		const statuses = itemsOf(done, 'Race').map(({ json }) => json.status);
		expect([...statuses].sort()).toEqual(['completed', 'pending', 'pending']);
		expect(itemsOf(done, 'The winner').map(({ json }) => json.jobId)).toEqual([winner]);
	});

	it('what a trigger missed is delivered again, once', async () => {
		const before = await (await n8n()).executions.list({ workflowId: 'piapi-notify-receive' });
		await piapi.fault({ on: 'delivery', kind: 'drop', times: 1 });
		await run('piapi-notify-create');
		const [{ id } = { id: '' }] = await piapi.tasks();
		const completed = async () => (await piapi.tasks()).find(({ state }) => state === 'completed');
		await waitUntil('the video to be completed', completed);
		const taken = itemsOf(await run('piapi-redeliver', 'Every ten minutes'), 'Deliver again');
		expect(taken.map(({ json }) => json)).toEqual([
			{ jobId: id, to: 'trigger', answer: 'accepted' },
		]);
		const received = await startedRuns('piapi-notify-receive', before.length + 1);
		expect(received).toHaveLength(before.length + 1);
		const again = itemsOf(await run('piapi-redeliver', 'Every ten minutes'), 'Deliver again');
		expect(again).toEqual([]);
	});
});
