import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { BatchOperation } from '../../../../lib/operations/operation';
import { startJobs } from '../../../../lib/waiting/startJobs';
import { waitForJobs } from '../../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../../lib/waiting/waitSettings';
import { listWebhooks } from '../../webhooks';
import { orderFields } from '../orderFields';
import { backtestSource } from './backtestSource';
import { completionFields } from './completionFields';

export const create: BatchOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a backtest',
	description: 'Run a strategy template on past prices',
	fields: [
		...orderFields,
		{
			displayName: 'Start',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'The beginning of the tested period',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'The end of the tested period, at most 5 years later',
		},
		...completionFields,
	],
	async runAll(ctx) {
		const completion = ctx.getNodeParameter('completion', 0, 'wait') as string;
		if (completion === 'wait') {
			return await waitForJobs(ctx, backtestSource, waitSettings(ctx, 'poll'));
		}
		if (completion === 'notify') await requireListener(ctx);
		const { concurrency } = waitSettings(ctx);
		return await startJobs(ctx, backtestSource, concurrency, () => undefined);
	},
};

/** A hand-over that nobody takes would lose the result. */
async function requireListener(ctx: IExecuteFunctions) {
	const event = 'backtest.job_done';
	const listeners = await listWebhooks(ctx, { event, status: 'active', most: 1 });
	if (listeners.length > 0) return;
	throw new NodeOperationError(
		ctx.getNode(),
		`No active webhook hears ${event}. Publish a workflow with a PipAI Trigger for it first, or wait for the result`,
		{ description: 'Nothing has been created' },
	);
}
