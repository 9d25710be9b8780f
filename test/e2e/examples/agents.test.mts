import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../tools/n8n/client/executions.mts';
import { startChatModel, type Answer, type Question } from '../support/chatModel.mts';
import { importExamples, startedRuns, withdrawExamples } from '../support/examples.mts';
import { piCredential, piSandbox } from '../support/pi.mts';
import { piapiCredential, piapiSandbox } from '../support/piapi.mts';
import { n8n, world } from '../world/world.mts';

const EXAMPLES = ['piapi-agent', 'piapi-agent-budget', 'pi-agent'];
let model: Awaited<ReturnType<typeof startChatModel>>;
let piapi: Awaited<ReturnType<typeof piapiSandbox>>;
let think: (question: Question) => Answer;

beforeAll(async () => {
	model = await startChatModel((question) => think(question));
	piapi = await piapiSandbox();
	await (await piSandbox()).reset();
	const { credentials } = await n8n();
	const openAi = { apiKey: 'any', url: model.url, organizationId: '', header: false };
	await importExamples(EXAMPLES, [
		await piCredential(),
		await piapiCredential(),
		await credentials.create('openAiApi', openAi),
	]);
});
afterAll(async () => {
	await withdrawExamples(EXAMPLES);
	await model.close();
});
beforeEach(async () => {
	await piapi.reset();
	model.questions.length = 0;
});

/** Calls the tool once per argument, then says what the tool has answered. */
const callsThenTells = (tool: string, calls: object[]) => (question: Question) => {
	const answers = question.messages.filter(({ role }) => role === 'tool');
	return answers.length > 0
		? answers.map(({ content }) => content).join('\n')
		: calls.map((args) => ({ tool, with: { ...args } }));
};

/** Says something in the chat; answers the run and what the agent replied. */
async function chat(chatInput: string, example = 'piapi-agent') {
	const { runs, executions } = await n8n();
	const items = [{ sessionId: 'one', action: 'sendMessage', chatInput }];
	const execution = await executions.wait(await runs.start(example, { items }));
	return String(itemsOf(execution, 'Picture agent')[0]?.json.output);
}

describe('the example of an AI agent that makes pictures', () => {
	it.each([
		['one picture', ['a lighthouse at dawn']],
		['two pictures at once', ['a lighthouse at dawn', 'the same in fog']],
	])('answers with the address of %s', async (_, prompts) => {
		think = callsThenTells(
			'Make_a_picture',
			prompts.map((prompt) => ({ prompt })),
		);
		const reply = await chat('Draw me a lighthouse');
		const tasks = await piapi.tasks();
		expect(tasks.map(({ input }) => (input as { prompt: string }).prompt)).toEqual(prompts);
		for (const { id } of tasks)
			expect(reply).toMatch(new RegExp(`http://\\S+/files/${id}\\S*.png`));
		const [{ messages, tools }] = model.questions;
		expect(messages.at(-1)?.content).toBe('Draw me a lighthouse');
		expect(tools?.map((tool) => tool.function)).toEqual([
			expect.objectContaining({
				name: 'Make_a_picture',
				description: expect.stringContaining('resultUrls'),
				parameters: expect.objectContaining({ required: ['prompt'] }),
			}),
		]);
	});

	it('answers in a public chat, whoever writes', async () => {
		think = callsThenTells('Make_a_picture', [{ prompt: 'a lighthouse at dawn' }]);
		const { workflows } = await n8n();
		const { nodes } = await workflows.get('piapi-agent');
		const [chatTrigger] = nodes;
		chatTrigger.parameters.public = true;
		await workflows.update('piapi-agent', { nodes });
		await workflows.publish('piapi-agent');

		const answer = await fetch(`${world().n8n}/webhook/${chatTrigger.webhookId}/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId: 'two', chatInput: 'Draw' }),
		});
		const { output } = (await answer.json()) as { output: string };
		const [{ id }] = await piapi.tasks();
		expect(output).toMatch(new RegExp(`http://\\S+/files/${id}\\S*.png`));
	});

	it('is told why a picture failed, and what PiAPI did not like', async () => {
		think = callsThenTells('Make_a_picture', [{ prompt: 'x' }]);
		await piapi.behave({ fail: { message: 'the prompt is too short' }, times: 1 });
		expect(await chat('Draw')).toMatch(/"status":"failed".*the prompt is too short/);
		const body = { code: 400, message: 'prompt must have 3 letters' };
		await piapi.fault({ on: 'endpoint', method: 'POST', kind: 'status', status: 400, body });
		expect(await chat('Draw')).toContain('prompt must have 3 letters');
	});
});

describe('the example of an AI agent that minds the budget', () => {
	it('has two tools, and knows of each what it returns and costs', async () => {
		think = ({ messages }) => {
			const answers = messages.filter(({ role }) => role === 'tool').length;
			if (answers === 0) return [{ tool: 'Look_at_the_credits', with: {} }];
			if (answers === 1) return [{ tool: 'Make_a_picture', with: { prompt: 'a lighthouse' } }];
			return messages.map(({ content }) => content).join('\n');
		};
		const reply = await chat('Draw me a lighthouse', 'piapi-agent-budget');
		const [{ id }] = await piapi.tasks();
		expect(reply).toMatch(/"remaining_credits":\d/);
		expect(reply).toMatch(new RegExp(`http://\\S+/files/${id}\\S*.png`));
		const tools = model.questions[0].tools?.map((tool) => tool.function) ?? [];
		expect(tools.map(({ name }) => name).sort()).toEqual(['Look_at_the_credits', 'Make_a_picture']);
		for (const { description } of tools) expect(description).toMatch(/Returns|returns/);
		for (const { description } of tools) expect(description).toMatch(/[Cc]osts/);
	});
});

describe('the example of an AI agent that begins when a job at Pi is done', () => {
	it('knows the picture and the brands, and captions it', async () => {
		const pi = await piSandbox();
		await pi.addBrand({ name: 'Nordlicht', voice: 'dry' });
		think = ({ messages }) =>
			messages.at(-1)?.role === 'tool'
				? `A caption of ${/"name":"(\w+)"/.exec(messages.at(-1)!.content)?.[1]}`
				: [{ tool: 'Look_up_our_brands', with: {} }];

		const ad = { type: 'ad_generation', input: { client_reference_id: 'spring sale' } };
		const id = await pi.start({ ...ad, behaviour: { hold: true } });
		await pi.finish({ id });
		const other = await pi.start({ type: 'avatar_generation', behaviour: { hold: true } });
		await pi.finish({ id: other });
		await pi.idle({ timeoutMs: 30_000 });

		const [run, ...more] = await startedRuns('pi-agent');
		expect(more).toEqual([]);
		expect(itemsOf(run, 'Picture with caption').map(({ json }) => json)).toEqual([
			{ picture: expect.stringContaining('.png'), caption: 'A caption of Nordlicht' },
		]);
		expect(model.questions[0].messages.at(-1)?.content).toContain('spring sale');
	});
});
