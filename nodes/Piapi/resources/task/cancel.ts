import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPiapi } from '../../api';
import { taskIdField } from '../taskIdField';
import { taskIdOf } from '../taskIdOf';
import { taskPath } from './getTask';

export const cancel: ItemOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel a task',
	description:
		'Cancel a task that is still pending. A task that is already processing cannot be cancelled.',
	fields: [taskIdField],
	async run(ctx, itemIndex) {
		const jobId = taskIdOf(ctx, itemIndex);
		await callPiapi(ctx, { method: 'DELETE', path: taskPath(ctx, itemIndex), itemIndex });
		return { jobId, cancelled: true };
	},
};
