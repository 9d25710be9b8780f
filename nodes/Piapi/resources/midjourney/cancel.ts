import type { ItemOperation } from '../../../../lib/operations/operation';
import { callMidjourney } from '../../callMidjourney';
import { taskIdField } from '../taskIdField';
import { taskIdOf } from '../taskIdOf';
import { notice } from './notice';

export const cancel: ItemOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel a Midjourney task',
	description: 'Cancel a task of Midjourney v2 that is still pending',
	fields: [notice, taskIdField],
	async run(ctx, itemIndex) {
		const jobId = taskIdOf(ctx, itemIndex);
		const body = { task_id: jobId };
		await callMidjourney(ctx, { operation: 'cancel', body, itemIndex });
		return { jobId, cancelled: true };
	},
};
