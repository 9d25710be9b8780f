import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import { runJob } from '../../shared/jobs/runJob.mts';
import { isEnded } from '../../shared/jobs/isEnded.mts';
import type { PiapiContext } from '../context.mts';
import type { Task } from '../types.mts';
import { notify } from './notify.mts';
import { taskError } from './taskError.mts';

const MOST_STAGED = 50;
/** Progress deliveries of a legacy task with `notify_progress`; the real number varies. */
const LEGACY_STEPS = 3;

const isRunning = (task: Task) => task.state === 'pending' || task.state === 'processing';

const midjourney = ({ tasks }: PiapiContext) =>
	[...tasks.values()].filter(({ model }) => model === 'midjourney');

/** Over its account's places a Midjourney task is staged instead (docs/reference/piapi.md 1.5). */
function mustStage(context: PiapiContext, task: Task): boolean {
	if (task.model !== 'midjourney') return false;
	const running = midjourney(context).filter((other) => other !== task && isRunning(other));
	return task.behaviour.staged === true || running.length >= context.settings.midjourneyPlaces;
}

/** True when a Midjourney task more would exceed the 50 that may be staged. */
export function isQueueFull(context: PiapiContext): boolean {
	const all = midjourney(context);
	return (
		all.filter(isRunning).length >= context.settings.midjourneyPlaces &&
		all.filter(({ state }) => state === 'staged').length >= MOST_STAGED
	);
}

/** Runs a task that is new or staged. */
export function runTask(context: PiapiContext, task: Task): void {
	const { behaviour } = task;
	const plan = {
		durationMs: behaviour.durationMs ?? context.settings.durationMs,
		hold: behaviour.hold ?? false,
		steps: behaviour.steps ?? (task.legacy?.notifyProgress === true ? LEGACY_STEPS : 0),
		outcome: (behaviour.fail ?? false) === false ? 'completed' : 'failed',
	} as const;
	void runJob(task, plan, context.clock, () => {
		entered(context, task);
	});
}

/** Tells of a change; at a task's end a staged one moves up. */
export function entered(context: PiapiContext, task: Task): UnderWay | undefined {
	if (task.state === 'failed' && task.error.code === 0) {
		task.error = taskError(task.behaviour.fail ?? true);
	}
	const underWay = notify(context, task);
	if (!isEnded(task.state)) return underWay;
	const next = midjourney(context).find(
		(other) => other.state === 'staged' && other.behaviour.staged !== true,
	);
	if (next && !mustStage(context, next)) runTask(context, next);
	return underWay;
}

/** Runs a new task, or stages it. */
export function startTask(context: PiapiContext, task: Task): void {
	if (mustStage(context, task)) {
		task.state = 'staged';
		notify(context, task);
		return;
	}
	runTask(context, task);
}
