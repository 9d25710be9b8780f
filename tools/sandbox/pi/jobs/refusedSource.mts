import type { PiContext } from '../context.mts';

const SOURCES = ['campaign_ad_generation', 'campaign_ad_edit'];

/** Why a job cannot be the source of an edit; undefined when it can. */
export function refusedSource(
	{ jobs }: PiContext,
	id: unknown,
): { status: number; code: string } | undefined {
	if (id === undefined) return undefined;
	const job = jobs.get(String(id));
	if (!job) return { status: 404, code: 'source_job_not_found' };
	if (!SOURCES.includes(job.type)) return { status: 400, code: 'source_job_type_invalid' };
	return job.state === 'completed' ? undefined : { status: 400, code: 'source_job_not_completed' };
}
