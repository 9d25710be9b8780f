import { NodeOperationError } from 'n8n-workflow';
import type { BatchOperation } from '../../../lib/operations/operation';
import { MAX_WAIT } from '../../../lib/waiting/completionFields';
import type { PolledJobs } from '../../../lib/waiting/jobSource';
import { pollForJobs } from '../../../lib/waiting/pollForJobs';
import { waitSettings } from '../../../lib/waiting/waitSettings';
import { BASE_URL, lookFields, optionsOf } from '../fields';
import { jobSource, lookAt } from '../jobs';
import { existingJob, statusUrlProblem } from './existingJob';

/** Jobs that exist already: nothing is created, and nobody calls about them. */
const existing: PolledJobs = {
	name: 'The service',
	async prepare(ctx, itemIndex) {
		const { service, place } = await existingJob(ctx, itemIndex);
		const problem = statusUrlProblem(service);
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		return async () => await lookAt(ctx, service, place, { itemIndex });
	},
	look: jobSource().look,
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a job',
	description: 'Wait until existing jobs are done',
	fields: [...lookFields, optionsOf([BASE_URL, MAX_WAIT])],
	runAll: async (ctx) =>
		await pollForJobs(ctx, existing, { ...waitSettings(ctx), separateFailed: false }),
};
