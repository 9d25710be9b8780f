import type { PiapiContext } from '../context.mts';
import { cancelTask } from './cancelTask.mts';

/** The names that `model` may have, and the models they mean (docs/reference/piapi.md 1.1). */
const MODELS: Record<string, RegExp> = {
	kling: /^kling/,
	midjourney: /^midjourney$/,
	suno: /^music-s$/,
	luma: /^luma$/,
	all: /./,
};

/** Cancels what is pending and older; says what is wrong with the query, if anything is. */
export function cancelTasks(context: PiapiContext, query: string): string | undefined {
	const parameters = new URLSearchParams(query);
	const before = parameters.get('created_before') ?? '';
	if (!/^\d+$/.test(before)) return 'created_before must be a unix timestamp in seconds';
	const model = MODELS[parameters.get('model') ?? ''];
	if (!model) return `model must be one of ${Object.keys(MODELS).join(', ')}`;
	for (const task of context.tasks.values()) {
		const isOlder = task.createdAt < Number(before) * 1000;
		if (task.state === 'pending' && isOlder && model.test(task.model)) {
			cancelTask(context, task);
		}
	}
	return undefined;
}
