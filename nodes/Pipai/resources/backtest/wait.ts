import { retryBudget } from '../../../../lib/http/retryBudget';
import type { BatchOperation } from '../../../../lib/operations/operation';
import { onlyWaitFields } from '../../../../lib/waiting/completionFields';
import type { CallsNobody } from '../../../../lib/waiting/jobSource';
import { waitForJobs } from '../../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../../lib/waiting/waitSettings';
import { backtestIdField, readBacktestId } from './backtestIdField';
import { backtestSource } from './backtestSource';

/** Backtests that exist already: nothing is created. */
const existing: CallsNobody = {
	...backtestSource,
	ifLost: undefined,
	async prepare(ctx, itemIndex) {
		const id = readBacktestId(ctx, itemIndex);
		return async () => await backtestSource.look(ctx, id, retryBudget.execution);
	},
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a backtest',
	description: 'Wait until existing backtests are done',
	fields: [backtestIdField, onlyWaitFields('byHeartbeatsIfChosen')],
	runAll: async (ctx) => await waitForJobs(ctx, existing, waitSettings(ctx, 'poll')),
};
