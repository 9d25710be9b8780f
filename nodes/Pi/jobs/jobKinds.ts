import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../../../lib/text';
import { simplifyJob } from '../simplifyJob';

/** What differs between the things at Pi that run for a while. */
export interface JobKind {
	/** Where they are read, without the id. */
	path: string;
	/** The id in the answer to a create call; blank where it has none. */
	idOf(data: IDataObject): string;
	/** The simplified item of what is read. */
	simplify(data: IDataObject): IDataObject;
}

export const jobs: JobKind = {
	path: '/jobs/',
	idOf: ({ job_id: id }) => idOf(id),
	simplify: simplifyJob,
};

/** Several jobs in a row (docs/reference/pi.md 9). */
export const runs: JobKind = {
	path: '/runs/',
	idOf: ({ run_id: id }) => idOf(id),
	simplify: (run) => ({
		jobId: run.run_id ?? run.id,
		jobType: 'run',
		status: run.status,
		resultUrls: [],
		error: null,
		reference: null,
		metadata: run.metadata ?? null,
		occurredAt: null,
		steps: run.steps ?? [],
	}),
};
