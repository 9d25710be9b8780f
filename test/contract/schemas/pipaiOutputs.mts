import type { IDataObject } from 'n8n-workflow';
import type { PipaiSandbox } from '../../../tools/sandbox/pipai/index.mts';
import { createHost } from '../harness/createHost.mts';
import { createReceiver } from '../support/createReceiver.mts';
import type { Output, Outputs } from './outputsOf.mts';

const ORDER = {
	...{ templateId: 'grid', params: '{"step": 0.1}', symbols: 'BTCUSDT' },
	...{ timeframe: '1h', capital: '1250.50' },
};
const SPAN = { start: '2025-01-01T00:00:00Z', end: '2025-06-01T00:00:00Z' };

export async function* pipaiOutputs({ url: baseUrl, apiKey, apiSecret }: PipaiSandbox): Outputs {
	const out = async (
		resource: string,
		operation: string,
		more: IDataObject = {},
	): Promise<Output> => {
		const host = await createHost({
			nodes: [{ type: 'pipai', parameters: { resource, operation, ...more } }],
			credentials: { pipaiApi: { baseUrl, apiKey, apiSecret } },
		});
		const { error, items } = await host.run();
		await host.close();
		if (error) throw new Error(error.message);
		return [resource, operation, items.map(({ json }) => json)];
	};

	const strategy = await out('strategy', 'create', { name: 'Grid', ...ORDER });
	yield strategy;
	yield await out('strategy', 'deploy', { strategyId: strategy[2][0].id });

	const backtest = await out('backtest', 'create', { ...ORDER, ...SPAN });
	yield backtest;
	yield await out('backtest', 'get', { backtestId: backtest[2][0].jobId });
	yield await out('backtest', 'wait', { backtestId: backtest[2][0].jobId });
	yield await out('backtest', 'getMany');

	const receiver = await createReceiver([200]);
	const webhook = await out('webhook', 'create', { url: receiver.url, events: ['*'] });
	const webhookId = webhook[2][0].id;
	yield webhook;
	yield await out('webhook', 'getMany');
	yield await out('webhook', 'sendTest', { webhookId, eventType: 'strategy.error' });
	yield await out('webhook', 'delete', { webhookId });
	await receiver.close();
}
