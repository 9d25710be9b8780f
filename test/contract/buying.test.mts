import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { createHost } from './harness/createHost.mts';
import type { Execution } from './harness/executions.mts';
import type { NodeUnderTest } from './harness/workflowOf.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi', 'pi', 'pipai'], timeScale: 0.01 });
});
afterEach(async () => {
	await host.close();
	for (const provider of [sandbox.piapi, sandbox.pi, sandbox.pipai]) provider.reset();
});
afterAll(async () => await sandbox.close());

interface Shop {
	type: string;
	provider: 'piapi' | 'pi' | 'pipai';
	/** The call that costs money. */
	path: string;
	/** What is bought for an item; a text of `bad` cannot be. */
	parameters: IDataObject;
}

const SHOPS: Record<string, Shop> = {
	'PiAPI task': {
		type: 'piapi',
		provider: 'piapi',
		path: '/api/v1/task',
		parameters: {
			resource: 'task',
			operation: 'create',
			family: 'custom',
			model: 'Qubico/flux1-dev',
			taskType: 'txt2img',
			input: '={{ $json.prompt === "bad" ? "[" : { "prompt": $json.prompt } }}',
			completion: 'none',
		},
	},
	'PiAPI Midjourney task': {
		type: 'piapi',
		provider: 'piapi',
		path: '/mj/v2/imagine',
		parameters: {
			resource: 'midjourney',
			operation: 'imagine',
			prompt: '={{ $json.prompt === "bad" ? "" : $json.prompt }}',
			completion: 'none',
		},
	},
	'PiAPI chat': {
		type: 'piapi',
		provider: 'piapi',
		path: '/chat/completions',
		parameters: {
			resource: 'chat',
			operation: 'complete',
			model: 'gpt-4o',
			messages: { message: [{ role: 'user', content: '={{ $json.prompt }}' }] },
			options: { maxTokens: '={{ $json.prompt === "bad" ? "many" : 10 }}' },
		},
	},
	'Pi job': {
		type: 'pi',
		provider: 'pi',
		path: '/api/v1/avatars/generate',
		parameters: {
			resource: 'avatar',
			operation: 'generate',
			prompt: '={{ $json.prompt === "bad" ? "" : $json.prompt }}',
			completion: 'none',
		},
	},
	'PipAI strategy': {
		type: 'pipai',
		provider: 'pipai',
		path: '/v1/strategies',
		parameters: {
			resource: 'strategy',
			operation: 'create',
			name: '={{ $json.prompt === "bad" ? "" : $json.prompt }}',
			templateId: 'grid_v1',
			params: '{"levels":10}',
			symbols: 'BTC-USDT',
			timeframe: '1h',
			capital: '1000',
		},
	},
};

async function buy(
	{ type, parameters }: Shop,
	prompts: string[],
	settings: Partial<NodeUnderTest> = {},
): Promise<Execution> {
	const { piapi, pi, pipai } = sandbox;
	host = await createHost({
		nodes: [{ type, parameters, ...settings }],
		credentials: {
			piapiApi: { apiKey: piapi.apiKey, baseUrl: piapi.url, uploadUrl: piapi.uploadUrl },
			piApi: { apiKey: pi.apiKey, baseUrl: pi.url },
			pipaiApi: { apiKey: pipai.apiKey, apiSecret: pipai.apiSecret, baseUrl: pipai.url },
		},
	});
	return await host.run(prompts.map((prompt) => ({ prompt })));
}

const callsOf = ({ provider, path }: Shop) =>
	sandbox[provider].requests({ method: 'POST', path }).length;

describe.each(Object.entries(SHOPS))('%s', (_name, shop) => {
	it.each([false, true])('a wrong item costs nothing (Retry On Fail: %s)', async (retryOnFail) => {
		const { error } = await buy(shop, ['first', 'second', 'bad'], { retryOnFail });
		expect(error?.context).toMatchObject({ itemIndex: 2 });
		expect(callsOf(shop)).toBe(0);
	});

	it('On Error: Continue buys for the good items and says which is wrong', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await buy(shop, ['first', 'bad', 'third'], settings);
		expect(callsOf(shop)).toBe(2);
		expect(items.map(({ json }) => typeof json.error)[1]).toBe('string');
	});
});

describe.each(Object.entries(SHOPS).filter(([name]) => name !== 'Pi job'))('%s', (_name, shop) => {
	it('Retry On Fail goes on where the try before stopped', async () => {
		const { provider, path } = shop;
		const refusal = { on: 'endpoint', method: 'POST', kind: 'status', status: 400 } as const;
		sandbox[provider].fault({ ...refusal, path, times: 1, skip: 1 });
		const { items, error } = await buy(shop, ['first', 'second', 'third'], { retryOnFail: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(callsOf(shop)).toBe(4);
	});
});
