import { NodeOperationError } from 'n8n-workflow';
import type { BatchOperation } from '../../../lib/operations/operation';
import { onlyWaitFields } from '../../../lib/waiting/completionFields';
import type { CallsNobody } from '../../../lib/waiting/jobSource';
import { waitForJobs } from '../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../lib/waiting/waitSettings';
import { BASE_URL, lookFields } from '../fields';
import { jobSource, lookAt } from '../jobs';
import { existingJob, statusUrlProblem } from './existingJob';

/** Jobs that exist already: nothing is created, and nobody calls about them. */
export const existingJobs: CallsNobody = {
	name: 'The service',
	calls: 'nobody',
	async prepare(ctx, itemIndex) {
		const { service, place } = await existingJob(ctx, itemIndex);
		const problem = statusUrlProblem(service);
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		return async () => await lookAt(ctx, service, place, { itemIndex });
	},
	look: jobSource().look,
	cancel: jobSource().cancel,
	keepsResultsFor: jobSource().keepsResultsFor,
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a job',
	description: 'Wait until existing jobs are done',
	fields: [...lookFields, onlyWaitFields('byHeartbeats', [BASE_URL])],
	runAll: async (ctx) => await waitForJobs(ctx, existingJobs, waitSettings(ctx)),
};
