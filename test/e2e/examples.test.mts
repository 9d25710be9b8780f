import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../local/client/executions.mts';
import type { Credential } from '../../local/client/credentials.mts';
import { isPublishable, readExamples, withCredentials } from '../../local/examples.mts';
import { piapiCredential, piapiSandbox } from './support/piapi.mts';
import { n8n } from './world/world.mts';

let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;

beforeAll(async () => {
	sandbox = await piapiSandbox();
	const credentials = new Map<string, Credential>([
		['piapiApi', await piapiCredential({ previousWebhookSecret: '' })],
	]);
	const { workflows } = await n8n();
	for (const example of readExamples()) {
		const ready = withCredentials(example, credentials);
		if (!ready) continue;
		await workflows.put(ready);
		if (isPublishable(ready)) await workflows.publish(ready.id);
	}
});
beforeEach(async () => await sandbox.reset());

describe('examples', () => {
	it('20 prompts become 20 pictures, one item each with the file', async () => {
		const { runs, executions } = await n8n();
		const done = await executions.wait(await runs.start('piapi-wait-pictures'));
		const items = itemsOf(done, 'Download each picture');
		expect(items).toHaveLength(20);
		const prompts = (await sandbox.tasks()).map(
			({ id, input }) => [id, (input as { prompt: string }).prompt] as const,
		);
		const given = itemsOf(done, '20 prompts').map(({ json }) => json.prompt);
		expect(items.map(({ json }) => new Map(prompts).get(json.jobId as string))).toEqual(given);
		for (const { binary } of items) {
			expect(binary?.data.mimeType).toBe('image/png');
			expect((await executions.binary(binary!.data)).subarray(1, 4).toString()).toBe('PNG');
		}
	});

	it('a task that one workflow created runs another when it is done', async () => {
		const { runs, executions } = await n8n();
		const before = (await executions.list({ workflowId: 'piapi-notify-receive' })).length;
		await executions.wait(await runs.start('piapi-notify-create'));
		const [{ id }] = await executions.waitFor(
			{ workflowId: 'piapi-notify-receive', status: ['success'] },
			before + 1,
		);
		const { data } = await executions.get(id);
		expect(data.resultData.lastNodeExecuted).toBeDefined();
		expect(await sandbox.tasks()).toHaveLength(1);
	});
});
