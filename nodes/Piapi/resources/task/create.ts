import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { BatchOperation } from '../../../../operations/operation';
import { unreachableUrl } from '../../../../registration/unreachableUrl';
import type { Callback } from '../../../../waiting/job';
import { startJobs } from '../../../../waiting/startJobs';
import { waitForJobs } from '../../../../waiting/waitForJobs';
import { piapiCredential, type PiapiCredential } from '../../api';
import { taskFields } from '../../catalogue/fields/taskFields';
import { taskSource } from '../../taskSource';
import { webhookSecret } from '../../webhookSecrets';
import { completionFields } from './completionFields';

const DEFAULT_CONCURRENCY = 5;
const DEFAULT_MAX_WAIT = 60;

export const create: BatchOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a task',
	description: 'Create a task, and wait for its result without polling',
	fields: [...taskFields, ...completionFields],
	async runAll(ctx) {
		const completion = ctx.getNodeParameter('completion', 0, 'wait') as string;
		const options = ctx.getNodeParameter('options', 0, {}) as IDataObject;
		const concurrency = atLeast(1, options.concurrency, DEFAULT_CONCURRENCY);
		if (completion === 'none')
			return await startJobs(ctx, taskSource, concurrency, () => undefined);
		if (completion === 'notify') {
			const callbacks = await notifyCallbacks(ctx);
			return await startJobs(ctx, taskSource, concurrency, (itemIndex) => callbacks[itemIndex]);
		}
		return await waitForJobs(ctx, taskSource, {
			concurrency,
			maxWait: atLeast(0, options.maxWait, DEFAULT_MAX_WAIT),
			polling: options.mode === 'poll',
			separateFailed: options.separateFailed === true,
		});
	},
};

/** Checked for every item before anything is bought. */
async function notifyCallbacks(ctx: IExecuteFunctions): Promise<Callback[]> {
	const credential = await piapiCredential(ctx);
	return ctx.getInputData().map((_, itemIndex) => notifyCallback(ctx, credential, itemIndex));
}

function notifyCallback(
	ctx: IExecuteFunctions,
	credential: PiapiCredential,
	itemIndex: number,
): Callback {
	const url = String(ctx.getNodeParameter('notifyUrl', itemIndex, '')).trim();
	const problem = url
		? unreachableUrl(url, credential.baseUrl)
		: 'The notify URL is empty. Copy the production URL of a PiAPI Trigger into it';
	if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
	return { url, secret: webhookSecret(credential) };
}

function atLeast(least: number, given: unknown, fallback: number): number {
	const number = Number(given ?? fallback);
	return Number.isFinite(number) && number >= least ? number : fallback;
}
