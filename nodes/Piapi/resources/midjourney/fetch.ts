import type { ItemOperation } from '../../../../lib/operations/operation';
import { fetchMidjourney } from '../../fetchMidjourney';
import { simplifyMidjourney } from '../../simplifyMidjourney';
import { simplifyField } from '../simplifyField';
import { taskIdField } from '../taskIdField';
import { taskIdOf } from '../taskIdOf';
import { notice } from './notice';

export const fetch: ItemOperation = {
	value: 'fetch',
	name: 'Fetch',
	action: 'Fetch a Midjourney task',
	description: 'Get the status and results of a Midjourney v2 task',
	fields: [notice, taskIdField, simplifyField],
	async run(ctx, itemIndex) {
		const task = await fetchMidjourney(ctx, taskIdOf(ctx, itemIndex), { itemIndex });
		return ctx.getNodeParameter('simplify', itemIndex, true) ? simplifyMidjourney(task) : task;
	},
};
