import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { connect } from '../../tools/sandbox/control.mts';
import type { CallbackJobsSandbox } from '../../tools/sandbox/callbackJobs/index.mts';
import { AFTER, BY_HAND, saveRow, type Step } from './support/workflows.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const ITEMS = 4;

const connected = async () => await connect<CallbackJobsSandbox>(world().providers.callbackJobs);
let sandbox: Awaited<ReturnType<typeof connected>>;

beforeAll(async () => {
	sandbox = await connected();
});
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.configure({ hold: true });
});

const PROMPTS: Step = {
	name: 'Prompts',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${ITEMS} }, (_, i) => ({ json: { prompt: 'prompt ' + i } }))`,
	},
};

/** Runs a workflow that gives a job to a service for each item, up to where it is parked. */
async function park(service: string, parameters: IDataObject): Promise<string> {
	const client = await n8n();
	const credential = await client.credentials.create(
		'callbackJobApi',
		{ service, apiKey: sandbox.apiKey, headerName: 'Authorization', headerPrefix: 'Bearer ' },
		`Callback Job: ${service}`,
	);
	const step: Step = {
		name: 'Job',
		type: 'callbackJob',
		credentials: [credential],
		parameters: { operation: 'create', service, completion: 'wait', ...parameters },
	};
	const { id } = await saveRow(`Jobs of ${service}`, [BY_HAND, PROMPTS, step, AFTER]);
	const execution = await client.runs.start(id);
	await client.executions.wait(execution, ['waiting', 'error']);
	return execution;
}

async function itemsAfter(execution: string): Promise<IDataObject[]> {
	const done = await (await n8n()).executions.wait(execution, ['success', 'error'], 150);
	return itemsOf(done, 'After').map(({ json }) => json);
}

const preset = (service: string, target: string) => ({
	target,
	input: '={{ { "prompt": $json.prompt } }}',
	options: { baseUrl: `${sandbox.url}/${service}` },
});

/** What each is given, in the words of its form. */
const services: Array<[service: string, parameters: () => IDataObject]> = [
	['replicate', () => preset('replicate', 'black-forest-labs/flux-schnell')],
	['fal', () => preset('fal', 'fal-ai/flux/dev')],
	['kie', () => preset('kie', 'google/nano-banana')],
	[
		'custom',
		() => ({
			url: `${sandbox.url}/runPod/v2/abc/run`,
			body: '={{ { "input": { "prompt": $json.prompt } } }}',
			callbackName: 'webhook',
			statusUrl: `${sandbox.url}/runPod/v2/abc/status/{id}`,
			resultPath: 'output',
		}),
	],
];

describe('Callback Job in a real n8n', () => {
	it.each(services)('parks and goes on once: %s', async (service, parameters) => {
		const execution = await park(service, parameters());
		const jobs = await sandbox.jobs();
		expect(jobs).toHaveLength(ITEMS);
		const [first, ...others] = jobs.reverse();
		await sandbox.finish({ id: first.id, fail: 'the prompt was refused' });
		for (const { id } of others) await sandbox.finish({ id });
		const items = await itemsAfter(execution);
		const byId = new Map(items.map((item) => [item.jobId, item]));
		expect(byId.get(first.id)).toMatchObject({
			status: 'failed',
			error: expect.stringContaining('the prompt was refused'),
		});
		for (const { id, file } of others)
			expect(byId.get(id)).toMatchObject({ status: 'completed', resultUrls: [file] });
	});

	it('refuses a changed URL, and goes on after a restart', async () => {
		const execution = await park('replicate', preset('replicate', 'a/b'));
		const jobs = await sandbox.jobs();
		const url = new URL(String(jobs[0].callbackUrl));
		url.searchParams.set('pihooksItem', '3');
		url.searchParams.set('pihooksProof', '0'.repeat(64));
		const looks = await sandbox.countRequests({ method: 'GET' });
		const [answer] = await sandbox.send({ url: url.href, body: '{}' });
		expect(answer.status).toBe(401);
		expect(await sandbox.countRequests({ method: 'GET' })).toBe(looks);
		await restartN8n('kill9');
		for (const { id } of jobs) await sandbox.finish({ id });
		const statuses = (await itemsAfter(execution)).map(({ status }) => status);
		expect(statuses).toEqual(Array(ITEMS).fill('completed'));
	});
});
