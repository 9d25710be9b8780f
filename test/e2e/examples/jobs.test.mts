import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf, type Execution } from '../../../tools/n8n/client/executions.mts';
import { connect } from '../../../tools/sandbox/control.mts';
import type { CallbackJobsSandbox } from '../../../tools/sandbox/callbackJobs/index.mts';
import { importExamples, withdrawExamples } from '../support/examples.mts';
import { n8n, world } from '../world/world.mts';

const EXAMPLES = { replicate: 'replicate-pictures', firecrawl: 'firecrawl-pages' };

const connected = async () => await connect<CallbackJobsSandbox>(world().providers.callbackJobs);
let sandbox: Awaited<ReturnType<typeof connected>>;

beforeAll(async () => {
	sandbox = await connected();
	await sandbox.reset();
	const { credentials } = await n8n();
	for (const [service, id] of Object.entries(EXAMPLES)) {
		const fields = { service, apiKey: sandbox.apiKey };
		const custom = { headerName: 'Authorization', headerPrefix: 'Bearer ' };
		const name = `Example: ${service}`;
		const credential = await credentials.create('callbackJobApi', { ...fields, ...custom }, name);
		await importExamples([id], [credential], { service, jobsUrl: sandbox.url });
	}
});
afterAll(async () => await withdrawExamples(Object.values(EXAMPLES)));

async function run(id: string): Promise<Execution> {
	const { runs, executions } = await n8n();
	return await executions.wait(await runs.start(id), ['success', 'error'], 150);
}

const jsonOf = (execution: Execution, node: string) =>
	itemsOf(execution, node).map(({ json }) => json);

describe('examples with Callback Job', () => {
	it('20 prompts become 20 pictures of Replicate, in the order of the prompts', async () => {
		const done = await run(EXAMPLES.replicate);
		const jobs = await sandbox.jobs({ service: 'replicate' });
		const prompts = jsonOf(done, '20 prompts').map(({ prompt }) => prompt);
		const made = new Map(
			jobs.map(({ id, body }) => [id, (body.input as { prompt: string }).prompt]),
		);
		expect(jsonOf(done, 'Create all pictures').map(({ jobId }) => made.get(String(jobId)))).toEqual(
			prompts,
		);
		expect(jsonOf(done, 'Use the pictures')).toEqual(
			Array(20).fill({ status: 'completed', picture: expect.stringMatching(/^http.*\.png$/) }),
		);
	});

	it('a crawl of Firecrawl becomes rows of a table', async () => {
		const done = await run(EXAMPLES.firecrawl);
		expect(done.status).toBe('success');
		expect(jsonOf(done, 'Keep the page')).toMatchObject([
			{ url: 'https://example.com/', text: '# Page' },
		]);
	});
});
