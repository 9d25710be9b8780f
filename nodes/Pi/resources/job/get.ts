import type { ItemOperation } from '../../../../lib/operations/operation';
import { jobs } from '../../jobs/jobKinds';
import { readJob } from '../../jobs/readJob';
import { jobIdField, readJobId } from './jobIdField';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a job',
	description: 'Get the status and results of a job',
	fields: [
		jobIdField,
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	],
	async run(ctx, itemIndex) {
		const id = readJobId(ctx, itemIndex);
		const job = await readJob(ctx, { kind: jobs, id, itemIndex });
		return ctx.getNodeParameter('simplify', itemIndex, true) ? jobs.simplify(job) : job;
	},
};
