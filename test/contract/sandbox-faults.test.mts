import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import type { EndpointFault } from '../../tools/sandbox/shared/faults.mts';
import { createReceiver } from './support/createReceiver.mts';
import { until } from '../support/until.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ timeScale: 0.001 });
});
beforeEach(() => sandbox.piapi.reset());
afterAll(async () => await sandbox.close());

async function post(path: string, body: unknown): Promise<Response> {
	const { url, apiKey } = sandbox.piapi;
	return await fetch(`${url}${path}`, {
		method: 'POST',
		headers: { 'x-api-key': apiKey, authorization: `Bearer ${apiKey}` },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(2_000),
	});
}

const create = async (endpoint = '') =>
	await post('/api/v1/task', {
		model: 'Qubico/flux1-schnell',
		task_type: 'txt2img',
		input: { prompt: 'x' },
		config: { webhook_config: { endpoint, secret: 's' } },
	});

describe('faults of endpoints', () => {
	const cases: Array<[EndpointFault, status: number, type: string, tasks: number]> = [
		[{ on: 'endpoint', kind: 'status', status: 500 }, 500, 'application/json', 0],
		[{ on: 'endpoint', kind: 'html' }, 502, 'text/html', 0],
		[{ on: 'endpoint', kind: 'html', status: 200, processed: true }, 200, 'text/html', 1],
		[{ on: 'endpoint', kind: 'empty' }, 200, 'text/plain', 0],
		[{ on: 'endpoint', kind: 'slow', ms: 100 }, 200, 'application/json', 1],
		[{ on: 'endpoint', kind: 'slow', ms: 100, path: '/mj/' }, 200, 'application/json', 1],
	];
	it.each(cases)('%o', async (fault, status, type, tasks) => {
		sandbox.piapi.fault({ ...fault, times: 1 });
		const answer = await create();
		expect(answer.status).toBe(status);
		expect(answer.headers.get('content-type')).toContain(type);
		expect(sandbox.piapi.tasks()).toHaveLength(tasks);
		expect(sandbox.piapi.countRequests({ method: 'post', status })).toBe(1);
	});

	it.each([
		[{ on: 'endpoint', kind: 'refuse' } as const, 0],
		[{ on: 'endpoint', kind: 'refuse', processed: true } as const, 1],
		[{ on: 'endpoint', kind: 'timeout' } as const, 1],
	])('%o: no answer', async (fault, tasks) => {
		sandbox.piapi.fault({ ...fault, times: 1 });
		await expect(create()).rejects.toThrow();
		expect(sandbox.piapi.tasks()).toHaveLength(tasks);
		expect((await create()).status).toBe(200);
	});

	it('429 says when to come back, as often as asked', async () => {
		const fault = { on: 'endpoint', kind: 'status', status: 429, retryAfter: 7 } as const;
		sandbox.piapi.fault({ ...fault, times: 2 });
		const answers = [await create(), await create(), await create()];
		expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
		expect(answers[0]?.headers.get('retry-after')).toBe('7');
	});

	it('early: the callback is there before the create answer', async () => {
		const receiver = await createReceiver();
		sandbox.piapi.fault({ on: 'endpoint', kind: 'early', times: 1 });
		const answer = await create(receiver.url);
		expect(receiver.received).toHaveLength(1);
		expect(await answer.json()).toMatchObject({ data: { status: 'pending' } });
		await receiver.close();
	});
});

it('tells of every progress of a legacy task, when asked to', async () => {
	const receiver = await createReceiver();
	await post('/mj/v2/imagine', {
		prompt: 'x',
		webhook_endpoint: receiver.url,
		notify_progress: true,
	});
	const [task] = sandbox.piapi.tasks();
	await until(
		'the task to complete',
		() => sandbox.piapi.task({ id: task?.id ?? '' }).state === 'completed',
	);
	await sandbox.piapi.idle();
	const told = receiver.received.map(({ body }) => JSON.parse(body));
	const progress = told.map(({ task_result: result }) => Number(result.task_progress));
	expect(progress.sort((a, b) => a - b)).toEqual([25, 50, 75, 100]);
	expect(told.filter(({ status }) => status === 'finished')).toHaveLength(1);
	await receiver.close();
});

it('refuses a legacy webhook on another port than 80 or 443', async () => {
	const answer = await post('/mj/v2/imagine', {
		prompt: 'x',
		webhook_endpoint: 'https://example.com:8443/hook',
	});
	expect(answer.status).toBe(400);
});

it('streams a chat completion', async () => {
	const messages = [{ role: 'user', content: 'a red pixel' }];
	const answer = await post('/v1/chat/completions', { model: 'any', messages, stream: true });
	const events = (await answer.text()).split('\n\n').filter((event) => event !== '');
	expect(events.pop()).toBe('data: [DONE]');
	const chunks = events.map((event) => JSON.parse(event.slice('data: '.length)));
	const said = chunks.map(({ choices }) => choices[0].delta.content ?? '').join('');
	expect(said).toBe('You said: a red pixel');
});
