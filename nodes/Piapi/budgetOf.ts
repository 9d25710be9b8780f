import { retryBudget, type RetryBudget } from '../../lib/http/retryBudget';
import type { LookContext } from '../../lib/waiting/jobSource';

/** In `webhook()` a task is looked at once and quickly, since PiAPI waits for the answer. */
export function budgetOf(ctx: LookContext): RetryBudget {
	return 'getInputData' in ctx ? retryBudget.execution : retryBudget.callback;
}
