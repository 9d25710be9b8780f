import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { jsonOf, runPiapi } from './support/runPiapi.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.0001 });
});
afterEach(() => sandbox.piapi.reset());
afterAll(async () => await sandbox.close());

const SAID = { message: [{ role: 'user', content: 'Which lighthouse is the oldest?' }] };

const complete = async (parameters: IDataObject = {}, credential: IDataObject = {}) =>
	await runPiapi(
		sandbox.piapi,
		{ resource: 'chat', operation: 'complete', model: 'gpt-4o', messages: SAID, ...parameters },
		{ credential },
	);
const sent = () => {
	const [{ body, headers, path }] = sandbox.piapi.requests();
	return { body: JSON.parse(body) as IDataObject, headers, path };
};
const answerWith = (status: number, body: unknown) =>
	sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status, body });

describe('Chat: Complete', () => {
	it('gives the text, and signs in with a bearer token', async () => {
		expect(jsonOf(await complete())).toEqual([
			{
				text: 'You said: Which lighthouse is the oldest?',
				model: 'gpt-4o',
				message: { role: 'assistant', content: 'You said: Which lighthouse is the oldest?' },
				finishReason: 'stop',
				resultUrls: [],
				usage: { prompt_tokens: 8, completion_tokens: 11, total_tokens: 19 },
			},
		]);
		const { body, headers, path } = sent();
		expect(path).toBe('/v1/chat/completions');
		expect(headers.authorization).toBe(`Bearer ${sandbox.piapi.apiKey}`);
		expect(headers).not.toHaveProperty('x-api-key');
		expect(body).toEqual({ model: 'gpt-4o', messages: SAID.message, stream: false });
	});

	it('puts a streamed answer together', async () => {
		const [json] = jsonOf(await complete({ stream: true }));
		expect(json).toEqual({
			text: 'You said: Which lighthouse is the oldest?',
			model: 'gpt-4o',
			message: { content: 'You said: Which lighthouse is the oldest?' },
			finishReason: 'stop',
			resultUrls: [],
			usage: null,
		});
		expect(sent().body.stream).toBe(true);
	});

	it.each([
		['gpt-4o-image', /\.png$/],
		['sora-2-preview', /\.mp4$/],
	])('finds the link in the answer of %s', async (model, url) => {
		const [json] = jsonOf(await complete({ model, stream: true }));
		expect(json.resultUrls).toEqual([expect.stringMatching(url)]);
	});

	it('sends numbers as JSON numbers, and other parameters as they are', async () => {
		await complete({
			options: {
				temperature: '0.5',
				topP: 0,
				maxTokens: '={{ "20" }}',
				stop: 'END',
				otherParameters: '{"seed": 7}',
			},
		});
		expect(sent().body).toMatchObject({
			temperature: 0.5,
			top_p: 0,
			max_tokens: 20,
			stop: 'END',
			seed: 7,
		});
	});

	it('takes messages that hold images from the other parameters', async () => {
		const content = [{ type: 'text', text: 'What is this?' }];
		const otherParameters = JSON.stringify({ messages: [{ role: 'user', content }] });
		const [json] = jsonOf(await complete({ options: { otherParameters } }));
		expect(json.text).toBe('You said: What is this?');
	});

	it.each<[string, IDataObject, RegExp]>([
		['no model', { model: '={{ "" }}' }, /"Model" is empty/],
		['nothing said', { messages: { message: [{ role: 'user', content: '' }] } }, /"Messages" is/],
		['no number', { options: { temperature: 'hot' } }, /"Temperature" is not a number/],
		['no JSON', { options: { otherParameters: '{' } }, /"Other Parameters" is not valid JSON/],
		['no object', { options: { otherParameters: '[1]' } }, /"Other Parameters" must be a JSON/],
	])('names the field before anything is sent: %s', async (_, parameters, message) => {
		expect((await complete(parameters)).error?.message).toMatch(message);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});
});

describe('a chat that comes to nothing', () => {
	it('is explained when it took longer than 120 seconds', async () => {
		sandbox.piapi.configure({ chatMs: 200_000 });
		const { error } = await complete();
		expect(error?.message).toMatch(/took too long.*Stream.*Use Proxy Domain.*120 seconds/);
		expect(error?.httpCode).toBe('524');
		expect(sandbox.piapi.countRequests()).toBe(1);
	});

	it('does so no more when it is streamed', async () => {
		sandbox.piapi.configure({ chatMs: 200_000 });
		expect(jsonOf(await complete({ stream: true }))[0].text).toMatch(/oldest/);
	});

	it.each([408, 504, 522])('is explained when a gateway gave up: %i', async (status) => {
		answerWith(status, { error: 'Gateway time-out' });
		expect((await complete()).error?.message).toMatch(/took too long.*120 seconds/);
	});

	it.each<[string, number, unknown, RegExp, string]>([
		[
			'of OpenAI',
			400,
			{ error: { message: 'upstream returned 400: {"code":1}', type: 'x' } },
			/model and the messages/,
			'upstream returned 400: {"code":1}',
		],
		['of an unknown model', 404, { error: { message: 'no gpt-9' } }, /no such model/, 'no gpt-9'],
		[
			'with status 200',
			200,
			{ error: { message: 'overloaded' } },
			/could not process/,
			'overloaded',
		],
		['that is no completion', 200, { choices: [] }, /could not process/, 'HTTP 200'],
	])('names an error %s', async (_, status, body, message, said) => {
		answerWith(status, body);
		const { error } = await complete();
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain(said);
	});

	it("names PiAPI's own refusal of a model that only streams", async () => {
		const { error } = await complete({ model: 'gpt-4o-image' });
		expect(error?.description).toMatch(/stream mode only/);
	});
});

describe('the proxy domain', () => {
	it('is refused where the base URL is another, before the key is sent there', async () => {
		const { error } = await complete({ options: { useProxyDomain: true } });
		expect(error?.message).toMatch(/proxy domain belongs to https:\/\/api\.piapi\.ai/);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});
});
