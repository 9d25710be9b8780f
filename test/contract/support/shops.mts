import type { IDataObject, IPinData } from 'n8n-workflow';
import type { Sandbox } from '../../../tools/sandbox/index.mts';
import { createHost } from '../harness/createHost.mts';
import type { NodeUnderTest } from '../harness/workflowOf.mts';
import { credentialFor } from './pipevestHost.mts';

export const SHOP_PROVIDERS = ['piapi', 'pi', 'pipai', 'pipevest', 'callbackJobs'] as const;

/** A kind of thing that a node buys. */
export interface Shop {
	type: string;
	provider: (typeof SHOP_PROVIDERS)[number];
	/** The call that costs money. */
	path: string;
	/** What is bought for an item; a text of `bad` cannot be. */
	parameters: IDataObject;
	/** The fields that give a binary to every item. */
	binary?: object;
	/**
	 * Where the error of a lost answer sends the user; nothing where the call may be sent again, since the
	 * provider carries it out once, or it costs nothing.
	 */
	ifLost?: RegExp;
}

const ORDER = {
	templateId: 'grid_v1',
	params: '{"levels":10}',
	symbols: 'BTC-USDT',
	timeframe: '1h',
	capital: '={{ $json.prompt === "bad" ? "" : "1000" }}',
};

/** Every kind of buying operation. */
export const SHOPS: Record<string, Shop> = {
	'PiAPI task': {
		type: 'piapi',
		provider: 'piapi',
		path: '/api/v1/task',
		ifLost: /Account: Get Task History/,
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
		ifLost: /Account: Get Task History/,
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
		ifLost: /Account: Get Info/,
		parameters: {
			resource: 'chat',
			operation: 'complete',
			model: 'gpt-4o',
			messages: { message: [{ role: 'user', content: '={{ $json.prompt }}' }] },
			options: { maxTokens: '={{ $json.prompt === "bad" ? "many" : 10 }}' },
		},
	},
	'PiAPI file': {
		type: 'piapi',
		provider: 'piapi',
		path: '/api/ephemeral_resource',
		parameters: {
			resource: 'file',
			operation: 'upload',
			binaryPropertyName: '={{ $json.prompt === "bad" ? "nowhere" : "data" }}',
		},
		binary: {
			data: { data: Buffer.from('a picture').toString('base64'), mimeType: 'image/png' },
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
	'Pi run': {
		type: 'pi',
		provider: 'pi',
		path: '/api/v1/runs',
		ifLost: /dashboard of Pi/,
		parameters: {
			resource: 'run',
			operation: 'create',
			steps:
				'={{ $json.prompt === "bad" ? "[" : [{ id: "ad", action: "campaigns.generate", input: { prompt: $json.prompt } }] }}',
			completion: 'none',
		},
	},
	'Pi voice agent': {
		type: 'pi',
		provider: 'pi',
		path: '/api/v1/voice/agents',
		ifLost: /Voice Agent: Get Many/,
		parameters: {
			resource: 'voiceAgent',
			operation: 'create',
			agent: '={{ $json.prompt === "bad" ? "[" : { name: $json.prompt } }}',
		},
	},
	'PipAI strategy': {
		type: 'pipai',
		provider: 'pipai',
		path: '/v1/strategies',
		ifLost: /dashboard of PipAI/,
		parameters: {
			resource: 'strategy',
			operation: 'create',
			name: '={{ $json.prompt }}',
			...ORDER,
		},
	},
	'PipAI backtest': {
		type: 'pipai',
		provider: 'pipai',
		path: '/v1/backtest/jobs',
		ifLost: /Backtest: Get Many/,
		parameters: {
			resource: 'backtest',
			operation: 'create',
			...ORDER,
			start: '2025-01-01T00:00:00Z',
			end: '2025-06-30T00:00:00Z',
			completion: 'none',
		},
	},
	'Pipevest call': {
		type: 'pipevest',
		provider: 'pipevest',
		path: '/v1/customers',
		parameters: {
			resource: 'custom',
			operation: 'call',
			method: 'POST',
			path: '/customers',
			body: '={{ $json.prompt === "bad" ? "[" : { name: $json.prompt } }}',
		},
	},
	'Callback Job': {
		type: 'callbackJob',
		provider: 'callbackJobs',
		path: '/replicate/',
		ifLost: /dashboard of Replicate/,
		parameters: {
			operation: 'create',
			target: '={{ $json.prompt === "bad" ? "" : "black-forest-labs/flux-schnell" }}',
			input: '={{ { prompt: $json.prompt } }}',
			completion: 'none',
		},
	},
};

/** A workflow whose one node buys something for each item. */
export async function openShop(
	sandbox: Sandbox,
	{ type, parameters }: Shop,
	settings: Partial<NodeUnderTest> = {},
	{ pinData, next = [] }: { pinData?: IPinData; next?: NodeUnderTest[] } = {},
) {
	const { piapi, pi, pipai, pipevest, callbackJobs } = sandbox;
	const options: IDataObject = {
		// One after the other, so that it is known which item meets a fault.
		concurrency: 1,
		...(type === 'callbackJob' && { baseUrl: `${callbackJobs.url}/replicate` }),
		...(parameters.options as IDataObject),
	};
	return await createHost({
		nodes: [{ type, parameters: { ...parameters, options }, ...settings }, ...next],
		pinData,
		credentials: {
			piapiApi: { apiKey: piapi.apiKey, baseUrl: piapi.url, uploadUrl: piapi.uploadUrl },
			piApi: { apiKey: pi.apiKey, baseUrl: pi.url },
			pipaiApi: { apiKey: pipai.apiKey, apiSecret: pipai.apiSecret, baseUrl: pipai.url },
			pipevestApi: credentialFor(pipevest),
			callbackJobApi: { service: 'replicate', apiKey: callbackJobs.apiKey },
		},
	});
}
