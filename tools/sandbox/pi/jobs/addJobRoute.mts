import type { FastifyInstance } from 'fastify';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { waitFor } from '../waitFor.mts';
import { viewJob } from './viewJob.mts';

interface JobRequest {
	Params: { id: string };
	Querystring: Record<string, string | undefined>;
}

/** The only way to read jobs (docs/reference/pi.md 7). */
export function addJobRoute(app: FastifyInstance, context: PiContext): void {
	app.get<JobRequest>('/api/v1/jobs/:id', async ({ params, query }, reply) => {
		const job = context.jobs.get(params.id);
		if (!job) return await refuse(reply, 404, 'job_not_found');
		job.reads += 1;
		if (!(await waitFor(context, job, query))) {
			return await refuse(reply, 400, 'invalid_expand_param', { param: 'timeout_seconds' });
		}
		return success('job', {
			org_id: 'org_sandbox',
			...viewJob(job, context.server.url()),
			created_at: Math.floor(job.createdAt / 1000),
			updated_at: Math.floor(job.updatedAt / 1000),
		});
	});
}
