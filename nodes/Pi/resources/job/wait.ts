import type { BatchOperation } from '../../../../lib/operations/operation';
import { pollForJobs } from '../../../../lib/waiting/pollForJobs';
import type { PolledJobs } from '../../../../lib/waiting/jobSource';
import { MAX_WAIT } from '../../../../lib/waiting/completionFields';
import { jobs } from '../../jobs/jobKinds';
import { asJob, readJob } from '../../jobs/readJob';
import { waitSettings } from '../../../../lib/waiting/waitSettings';
import { jobIdField, readJobId } from './jobIdField';

/** Jobs that exist already: nothing is created. */
const existing: PolledJobs = {
	name: 'Pi',
	async prepare(ctx, itemIndex) {
		const id = readJobId(ctx, itemIndex);
		return async () => asJob(jobs, id, await readJob(ctx, { kind: jobs, id, itemIndex }));
	},
	look: async (ctx, id) => asJob(jobs, id, await readJob(ctx, { kind: jobs, id })),
	lookLong: async (ctx, id, waitMs) =>
		asJob(jobs, id, await readJob(ctx, { kind: jobs, id, waitMs })),
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a job',
	description: 'Wait until existing jobs are done',
	fields: [
		jobIdField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [MAX_WAIT],
		},
	],
	runAll: async (ctx) =>
		await pollForJobs(ctx, existing, { ...waitSettings(ctx), separateFailed: false }),
};
