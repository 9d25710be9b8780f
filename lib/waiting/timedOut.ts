import type { IDataObject } from 'n8n-workflow';

/** The item of a job that was not done at the deadline: with its id, so that it can be looked at later. */
export function timedOut({ id, jobId = id }: { id: string; jobId?: string }): IDataObject {
	return { jobId, status: 'timed_out', resultUrls: [], error: null };
}
