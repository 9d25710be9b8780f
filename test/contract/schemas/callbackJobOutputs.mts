import type { IDataObject } from 'n8n-workflow';
import type { CallbackJobsSandbox } from '../../../tools/sandbox/callbackJobs/index.mts';
import { openCallbackJob } from '../support/callbackJobs.mts';
import type { Output, Outputs } from './outputsOf.mts';

const TARGET = 'black-forest-labs/flux-schnell';

export async function* callbackJobOutputs(sandbox: CallbackJobsSandbox): Outputs {
	const out = async (operation: string, more: IDataObject = {}): Promise<Output> => {
		const parameters = { operation, target: TARGET, ...more };
		const host = await openCallbackJob(sandbox, 'replicate', { parameters });
		try {
			const execution = await host.run([{}]);
			await host.settled(execution, 'success', 'error');
			if (execution.error) throw execution.error;
			return ['job', operation, execution.items.map(({ json }) => json)];
		} finally {
			await host.close();
		}
	};
	const created = await out('create', { input: '{"prompt":"a lighthouse"}' });
	yield created;
	const [, , [{ jobId }]] = created;
	yield await out('get', { jobId });
	yield await out('wait', { jobId });
	yield await out('cancel', { jobId });
}
