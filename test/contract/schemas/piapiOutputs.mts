import type { IDataObject } from 'n8n-workflow';
import type { PiapiSandbox } from '../../../tools/sandbox/piapi/index.mts';
import { jsonOf, openPiapi, runPiapi } from '../support/runPiapi.mts';
import type { Output, Outputs } from './outputsOf.mts';

const FILE = {
	data: Buffer.from('a png').toString('base64'),
	mimeType: 'image/png',
	fileName: 'a.png',
};
const TASK = { family: 'flux', task: 'Qubico/flux1-schnell:txt2img', prompt: 'a lighthouse' };
const IMAGE = 'https://img.example/a.png';

export async function* piapiOutputs(piapi: PiapiSandbox): Outputs {
	const out = async (
		resource: string,
		operation: string,
		more: IDataObject = {},
	): Promise<Output> => {
		const parameters = { resource, operation, ...more };
		return [
			resource,
			operation,
			jsonOf(await runPiapi(piapi, parameters, { binary: { data: FILE } })),
		];
	};
	/** The same of an operation that parks. */
	const waited = async (
		resource: string,
		operation: string,
		more: IDataObject = {},
	): Promise<Output> => {
		const host = await openPiapi(piapi, { resource, operation, ...more });
		try {
			const execution = await host.run([{}], 'trigger', { data: FILE });
			return [resource, operation, jsonOf(await host.settled(execution, 'success', 'error'))];
		} finally {
			await host.close();
		}
	};

	/** What is told of a task whose callback was lost while an execution waited for it. */
	const redelivered = async (): Promise<Output> => {
		piapi.behave({ hold: true, times: 1 });
		piapi.fault({ on: 'delivery', kind: 'drop', times: 1 });
		const host = await openPiapi(piapi, { resource: 'task', operation: 'create', ...TASK });
		try {
			const execution = await host.run([{}]);
			piapi.finish({ id: String(piapi.tasks().at(-1)?.id) });
			const parameters = { resource: 'task', operation: 'redeliver' };
			host.change([{ type: 'piapi', parameters }]);
			const items = jsonOf(await host.run([{}]));
			await host.settled(execution, 'success', 'error');
			return ['task', 'redeliver', items];
		} finally {
			await host.close();
		}
	};

	const created = await waited('task', 'create', TASK);
	const taskId = created[2][0].jobId;
	yield created;
	yield await out('task', 'get', { taskId });
	yield await out('task', 'wait', { taskId });
	yield await out('task', 'download', { taskId });
	yield await redelivered();
	yield await out('file', 'upload');
	yield await out('account', 'getInfo');
	yield await out('account', 'getTaskHistory');
	yield await out('chat', 'complete', {
		model: 'gpt-4o',
		messages: { message: [{ role: 'user', content: 'Which lighthouse is the oldest?' }] },
	});

	const imagined = await waited('midjourney', 'imagine', { prompt: 'a cat' });
	const originTaskId = imagined[2][0].jobId;
	yield imagined;
	yield await waited('midjourney', 'upscale', { originTaskId, index: '1' });
	yield await waited('midjourney', 'variation', { originTaskId, index: '1', prompt: 'a dog' });
	yield await waited('midjourney', 'reroll', { originTaskId });
	yield await waited('midjourney', 'inpaint', { originTaskId, mask: 'data', prompt: 'a hat' });
	yield await waited('midjourney', 'outpaint', { originTaskId, zoomRatio: '1.5' });
	yield await waited('midjourney', 'pan', { originTaskId, direction: 'up' });
	yield await waited('midjourney', 'describe', { imageUrl: IMAGE });
	yield await waited('midjourney', 'blend', { imageUrls: `${IMAGE}, ${IMAGE}` });
	yield await waited('midjourney', 'seed', { originTaskId });
	yield await out('midjourney', 'fetch', { taskId: originTaskId });
	yield await out('midjourney', 'multiFetch', { taskIds: originTaskId });

	piapi.behave({ durationMs: 10_000_000 });
	const [pending] = jsonOf(
		await runPiapi(piapi, { ...TASK, resource: 'task', operation: 'create', completion: 'none' }),
	);
	yield await out('account', 'getActiveTasks');
	yield await out('task', 'cancel', { taskId: pending.jobId });
	yield await out('task', 'cancelMany', {
		model: 'all',
		createdBefore: new Date(Date.now() + 60_000).toISOString(),
	});
	const [imagining] = jsonOf(
		await runPiapi(piapi, {
			...{ resource: 'midjourney', operation: 'imagine' },
			...{ prompt: 'a cat', completion: 'none' },
		}),
	);
	yield await out('midjourney', 'cancel', { taskId: imagining.jobId });
}
