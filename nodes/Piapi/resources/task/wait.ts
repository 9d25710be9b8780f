import type { BatchOperation } from '../../../../lib/operations/operation';
import { onlyWaitFields } from '../../../../lib/waiting/completionFields';
import type { CallsNobody } from '../../../../lib/waiting/jobSource';
import { waitForJobs } from '../../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../../lib/waiting/waitSettings';
import { retryBudget } from '../../../../lib/http/retryBudget';
import { taskSource } from '../../taskSource';
import { taskIdField } from '../taskIdField';
import { taskIdOf } from '../taskIdOf';

/** Tasks that exist already: nothing is created, and PiAPI calls nobody of this execution about them. */
export const existingTasks: CallsNobody = {
	name: taskSource.name,
	calls: 'nobody',
	async prepare(ctx, itemIndex) {
		const id = taskIdOf(ctx, itemIndex);
		return async () => await taskSource.look(ctx, id, retryBudget.execution);
	},
	look: taskSource.look,
	cancel: taskSource.cancel,
};

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait',
	action: 'Wait for a task',
	description: 'Wait until existing tasks are done, wherever they were created',
	fields: [taskIdField, onlyWaitFields('byHeartbeats')],
	runAll: async (ctx) => await waitForJobs(ctx, existingTasks, waitSettings(ctx)),
};
