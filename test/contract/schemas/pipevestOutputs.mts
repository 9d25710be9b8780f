import type { IDataObject } from 'n8n-workflow';
import type { PipevestSandbox } from '../../../tools/sandbox/pipevest/index.mts';
import { openPipevestHost } from '../support/pipevestHost.mts';
import type { Output, Outputs } from './outputsOf.mts';

export async function* pipevestOutputs(pipevest: PipevestSandbox): Outputs {
	const host = await openPipevestHost(pipevest, 'pipevest');
	const out = async (operation: string, more: IDataObject = {}): Promise<Output> => [
		'webhook',
		operation,
		await host.call({ resource: 'webhook', operation, ...more }),
	];
	try {
		yield await out('create', { url: 'https://n8n.example/hook' });
		yield await out('update', { url: 'https://n8n.example/hook', subscriptions: ['ACCOUNT'] });
		yield await out('get');
		yield await out('getPublicKey');
		yield await out('sendTest');
	} finally {
		await host.close();
	}
}
