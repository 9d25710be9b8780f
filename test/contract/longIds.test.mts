import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { openShop, SHOP_PROVIDERS, type Shop } from './support/shops.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof openShop>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: [...SHOP_PROVIDERS], timeScale: 0.01 });
});
afterEach(async () => {
	await host.close();
	for (const provider of SHOP_PROVIDERS) sandbox[provider].reset();
});
afterAll(async () => await sandbox.close());

/** More digits than a number of JavaScript holds. */
const ID = '8202522731445525543';

type Read = Pick<Shop, 'type' | 'provider' | 'path'> & { parameters: IDataObject; answer: string };

/** What a provider answers about something with a long number for an ID. */
const READS: Record<string, Read> = {
	'PiAPI task': {
		type: 'piapi',
		provider: 'piapi',
		path: `/api/v1/task/${ID}`,
		parameters: { resource: 'task', operation: 'get', taskId: ID },
		answer: `{"code":200,"data":{"task_id":${ID},"status":"completed"}}`,
	},
	'Pi job': {
		type: 'pi',
		provider: 'pi',
		path: `/jobs/${ID}`,
		parameters: { resource: 'job', operation: 'get', jobId: ID },
		answer: `{"data":{"id":${ID},"status":"completed"}}`,
	},
	'PipAI backtest': {
		type: 'pipai',
		provider: 'pipai',
		path: `/v1/backtest/jobs/${ID}`,
		parameters: { resource: 'backtest', operation: 'get', backtestId: ID },
		answer: `{"id":${ID},"status":"completed"}`,
	},
	'Pipevest call': {
		type: 'pipevest',
		provider: 'pipevest',
		path: '/customers',
		parameters: { resource: 'custom', operation: 'call', method: 'GET', path: '/customers' },
		answer: `{"data":{"jobId":${ID}}}`,
	},
	'Callback Job': {
		type: 'callbackJob',
		provider: 'callbackJobs',
		path: '/replicate/',
		parameters: { operation: 'get', jobId: 'x', target: 'a/b' },
		answer: `{"id":"x","status":"succeeded","output":{"jobId":${ID}}}`,
	},
};

describe.each(Object.entries(READS))('%s', (_name, { answer, parameters, ...read }) => {
	it.each([200, 400])('comes out with all digits of its ID (HTTP %i)', async (status) => {
		const { provider, path } = read;
		// As text: a sandbox that writes JSON itself would round the number.
		const fault = {
			on: 'endpoint',
			method: 'GET',
			path,
			kind: 'status',
			status,
			text: answer,
		} as const;
		sandbox[provider].fault({ ...fault, times: 1 });
		host = await openShop(sandbox, { ...read, parameters });
		const { items, error } = await host.run([{}]);
		const shown = JSON.stringify([items.map(({ json }) => json), error]);
		expect(shown).toContain(ID);
		expect(shown).not.toContain(String(Number(ID)));
	});
});
