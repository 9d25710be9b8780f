import { randomUUID } from 'node:crypto';
import { enter } from '../../shared/jobs/enter.mts';
import { isEnded } from '../../shared/jobs/isEnded.mts';
import { runJob } from '../../shared/jobs/runJob.mts';
import type { PiContext } from '../context.mts';
import type { JobBehaviour, PiJob } from '../types.mts';
import { deliverEvent } from './deliverEvent.mts';

/** Its worker tells nobody (docs/reference/pi.md 6). */
const SILENT = 'brand_extraction';

function takeBehaviour({ behaviours }: PiContext, type: string, input: unknown): JobBehaviour {
	const text = JSON.stringify(input);
	const rule = behaviours.take(
		({ match = {} }) => (match.type ?? type) === type && text.includes(match.input ?? ''),
	);
	const { match: _match, ...behaviour } = rule ?? {};
	return behaviour;
}

function entered(context: PiContext, job: PiJob): void {
	job.updatedAt = context.clock.now();
	if (isEnded(job.state) && job.type !== SILENT) void deliverEvent(context, job);
}

/** Makes a job and runs it. */
export function startJob(context: PiContext, type: string, input: Record<string, unknown>): PiJob {
	const { clock, jobs, settings } = context;
	const behaviour = takeBehaviour(context, type, input);
	const job: PiJob = {
		id: randomUUID(),
		type,
		input,
		behaviour,
		state: 'pending',
		createdAt: clock.now(),
		updatedAt: clock.now(),
		startedAt: null,
		endedAt: null,
		progress: 0,
		reads: 0,
	};
	jobs.set(job.id, job);
	const plan = {
		durationMs: behaviour.durationMs ?? settings.durationMs,
		hold: behaviour.hold ?? false,
		steps: 0,
		outcome: (behaviour.fail ?? false) === false ? 'completed' : 'failed',
	} as const;
	void runJob(job, plan, clock, () => entered(context, job));
	return job;
}

/** Ends a job now; false when it had ended already. */
export function endJob(
	context: PiContext,
	job: PiJob,
	fail: JobBehaviour['fail'] = false,
): boolean {
	if (fail !== false) job.behaviour.fail = fail;
	if (!enter(job, fail === false ? 'completed' : 'failed', context.clock.now())) return false;
	entered(context, job);
	return true;
}
