import type { LookContext } from '../../lib/waiting/jobSource';
import type { PiapiCall } from './api';

/** In `webhook()` a task is looked at once and quickly, since PiAPI waits for the answer. */
export function patienceOf(ctx: LookContext): Pick<PiapiCall, 'attempts' | 'timeout'> {
	return 'getInputData' in ctx ? {} : { attempts: 1, timeout: 10_000 };
}
