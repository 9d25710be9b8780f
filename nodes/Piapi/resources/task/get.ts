import type { ItemOperation } from '../../../../lib/operations/operation';
import { simplifyTask } from '../../simplifyTask';
import { simplifyField } from '../simplifyField';
import { getTask } from './getTask';
import { taskIdField } from '../taskIdField';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a task',
	description: 'Get the status and results of a task',
	fields: [taskIdField, simplifyField],
	async run(ctx, itemIndex) {
		const task = await getTask(ctx, itemIndex);
		return ctx.getNodeParameter('simplify', itemIndex, true) ? simplifyTask(task) : task;
	},
};
