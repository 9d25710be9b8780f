import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isEnded } from '../../shared/jobs/isEnded.mts';
import { runJob } from '../../shared/jobs/runJob.mts';
import { isObject, jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import type { Run } from '../types.mts';
import { waitFor } from '../waitFor.mts';

const STATUS = {
	staged: 'pending',
	pending: 'pending',
	processing: 'in_progress',
	completed: 'completed',
	failed: 'failed',
	cancelled: 'cancelled',
} as const;

const view = (run: Run) => ({
	run_id: run.id,
	status: STATUS[run.state],
	metadata: run.metadata,
	steps: run.steps.map(({ id, action }) => ({
		id,
		action,
		status: isEnded(run.state) ? STATUS[run.state] : 'pending',
	})),
});

interface RunRequest {
	Params: { id: string };
	Querystring: Record<string, string | undefined>;
}

/** Runs of several steps (docs/reference/pi.md 9). */
export function addRunRoutes(app: FastifyInstance, context: PiContext): void {
	const { clock, runs, settings } = context;

	app.post('/api/v1/runs', async (request, reply) => {
		const body = jsonOf(request);
		const steps = Array.isArray(body?.steps) ? body.steps.filter(isObject) : [];
		if (steps.length < 1 || steps.length > 10) return await refuse(reply, 400, 'invalid_run_dag');
		const run: Run = {
			id: randomUUID(),
			steps: steps.map(({ id, action }) => ({ id: String(id), action: String(action) })),
			metadata: body?.metadata ?? null,
			state: 'pending',
			createdAt: clock.now(),
			startedAt: null,
			endedAt: null,
			progress: 0,
			reads: 0,
		};
		runs.set(run.id, run);
		const { durationMs } = settings;
		const plan = { durationMs, hold: false, steps: 0, outcome: 'completed' } as const;
		void runJob(run, plan, clock, () => undefined);
		return await reply.code(202).send(success('run', view(run), 'queued'));
	});

	app.get<RunRequest>('/api/v1/runs/:id', async ({ params, query }, reply) => {
		const run = runs.get(params.id);
		if (!run) return await refuse(reply, 404, 'run_not_found');
		run.reads += 1;
		if (!(await waitFor(context, run, query))) return await refuse(reply, 400, 'invalid_query');
		return success('run', view(run));
	});
}
