import { isEnded } from '../../shared/jobs/isEnded.mts';
import type { Task } from '../types.mts';
import { modelGroups } from './modelGroups.mts';

interface Counts {
	staged_count: number;
	pending_count: number;
	processing_count: number;
	active_tasks: number;
}

const groupOf = (model: string) =>
	Object.entries(modelGroups).find(([, models]) => models.test(model))?.[0] ?? model;

/** Counts per provider, not a list (docs/reference/piapi.md 1.1). */
export function countActive(tasks: Iterable<Task>): Record<string, Counts> {
	const groups: Record<string, Counts> = {};
	for (const { model, state } of tasks) {
		if (isEnded(state)) continue;
		const counts = (groups[groupOf(model)] ??= {
			staged_count: 0,
			pending_count: 0,
			processing_count: 0,
			active_tasks: 0,
		});
		if (state === 'staged') counts.staged_count += 1;
		if (state === 'pending') counts.pending_count += 1;
		if (state === 'processing') counts.processing_count += 1;
		if (state !== 'staged') counts.active_tasks += 1;
	}
	return groups;
}
