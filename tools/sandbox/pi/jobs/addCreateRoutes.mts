import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { replay } from '../replay.mts';
import { jobTypes, type JobType } from './jobTypes.mts';
import { refusedBody } from './refusedBody.mts';
import { refusedSource } from './refusedSource.mts';
import { startJob } from './startJob.mts';

function addCreateRoute(app: FastifyInstance, context: PiContext, path: string, of: JobType) {
	app.post(`/api/v1${path}`, async (request, reply) => {
		const body = jsonOf(request);
		if (!body) return await refuse(reply, 400, 'invalid_json_body');
		const issues = refusedBody(of, body);
		if (issues.length > 0) {
			const param = issues[0]?.path.join('.');
			return await refuse(reply, 400, 'invalid_request_body', { param, issues });
		}
		const source = refusedSource(context, body.source_job_id);
		if (source) return await refuse(reply, source.status, source.code);
		const create = () => {
			const job = startJob(context, of.type, body);
			return success('job', { job_id: job.id }, 'queued');
		};
		const scope = of.idempotent ? path : undefined;
		return await replay(context, { request, reply, scope, body }, create);
	});
}

/** Every endpoint that creates a job answers 202 (docs/reference/pi.md 8). */
export function addCreateRoutes(app: FastifyInstance, context: PiContext): void {
	for (const [path, of] of Object.entries(jobTypes)) addCreateRoute(app, context, path, of);
}
