import type { BatchOperation } from '../../../../lib/operations/operation';
import { onlyWaitFields } from '../../../../lib/waiting/completionFields';
import type { CallsNobody } from '../../../../lib/waiting/jobSource';
import { waitForJobs } from '../../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../../lib/waiting/waitSettings';
import { jobs } from '../../jobs/jobKinds';
import { asJob, looksAt, readJob } from '../../jobs/readJob';
import { jobIdField, readJobId } from './jobIdField';

/** Jobs that exist already: nothing is created. */
const existing: CallsNobody = {
	...looksAt(jobs),
	async prepare(ctx, itemIndex) {
		const id = readJobId(ctx, itemIndex);
		return async () => asJob(jobs, id, await readJob(ctx, { kind: jobs, id, itemIndex }));
	},
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a job',
	description: 'Wait until existing jobs are done',
	fields: [jobIdField, onlyWaitFields('byHeartbeatsIfChosen')],
	runAll: async (ctx) => await waitForJobs(ctx, existing, waitSettings(ctx, 'poll')),
};
