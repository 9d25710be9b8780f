import type { TaskError, TaskBehaviour } from '../types.mts';

const NONE: TaskError = { code: 0, raw_message: '', message: '', detail: null };
const FAILED: TaskError = {
	code: 10000,
	raw_message: 'upstream returned 400: the prompt was rejected',
	message: 'task failed',
	detail: null,
};

/** The error of a task that fails as asked, or the one of a task that does not. */
export function taskError(fail: TaskBehaviour['fail'] = false): TaskError {
	if (fail === false) return NONE;
	return fail === true ? FAILED : { ...FAILED, ...fail };
}
