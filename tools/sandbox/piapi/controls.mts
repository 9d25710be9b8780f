import type { Rule } from '../shared/createRules.mts';
import { enter } from '../shared/jobs/enter.mts';
import type { JobState } from '../shared/jobs/types.mts';
import type { BehaviourRule, PiapiContext } from './context.mts';
import { createRandom } from './createRandom.mts';
import { endTask } from './tasks/endTask.mts';
import { findTask } from './tasks/findTask.mts';
import { deliverTask } from './tasks/notify.mts';
import type { PiapiSettings, Task, TaskBehaviour } from './types.mts';

/** What PiAPI's sandbox can be told and asked, beside the common controls. */
export interface PiapiControls {
	configure(settings: Partial<PiapiSettings>): PiapiSettings;
	/**
	 * How the next `times` matching tasks (left out: every one until cleared) shall behave;
	 * answers the rule's id. The oldest rule that matches counts.
	 */
	behave(rule: BehaviourRule & { times?: number }): number;
	behaviours(): Array<Rule<BehaviourRule>>;
	clearBehaviours(which?: { id?: number }): void;
	/** The tasks, oldest first, each with `reads`: how often its status was asked for. */
	tasks(): Task[];
	task(which: { id: string }): Task;
	/** Status calls in all, of unified and legacy tasks. */
	countReads(): number;
	/**
	 * Ends a task now, delivering its callback: as planned, or failed, or with this output. False
	 * when it had ended already.
	 */
	finish(how: { id: string; fail?: TaskBehaviour['fail']; output?: unknown }): boolean;
	/**
	 * Delivers the task's callback as it is, after a change to a non-terminal `state` or
	 * `progress` (0 to 100) if one is given. Answers the delivery's id.
	 */
	sendEvent(event: { id: string; state?: JobState; progress?: number }): string;
}

export function piapiControls(context: PiapiContext): PiapiControls {
	const { behaviours, settings, tasks, clock } = context;
	return {
		configure(changes) {
			Object.assign(settings, changes);
			if (changes.seed !== undefined) context.random = createRandom(changes.seed);
			return { ...settings };
		},
		behave: ({ times, ...rule }) => behaviours.add(rule, times),
		behaviours: () => behaviours.list(),
		clearBehaviours: (which) => behaviours.clear(which?.id),
		tasks: () => structuredClone([...tasks.values()]),
		task: ({ id }) => structuredClone(findTask(context, id)),
		countReads: () => [...tasks.values()].reduce((sum, { reads }) => sum + reads, 0),
		finish: ({ id, ...how }) => endTask(context, findTask(context, id), how) !== undefined,
		sendEvent({ id, state, progress }) {
			const task = findTask(context, id);
			if (state !== undefined) enter(task, state, clock.now());
			if (progress !== undefined) task.progress = progress;
			const underWay = deliverTask(context, task);
			if (!underWay) throw new Error(`Task ${id} has no webhook`);
			return underWay.record.id;
		},
	};
}
