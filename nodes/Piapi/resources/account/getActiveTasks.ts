import type { IDataObject } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { isRecord } from '../../../../lib/http/isRecord';
import { callPiapi } from '../../api';

export const getActiveTasks: ItemOperation = {
	value: 'getActiveTasks',
	name: 'Get Active Tasks',
	action: 'Get the numbers of active tasks',
	description: 'Count the staged, pending and processing tasks, one item per provider of models',
	fields: [],
	async run(ctx, itemIndex) {
		const path = '/account/active_tasks';
		const counts = await callPiapi(ctx, { method: 'GET', path, itemIndex });
		return Object.entries(counts).map(([provider, value]): IDataObject => {
			return { provider, ...(isRecord(value) ? value : { activeTasks: value }) };
		});
	},
};
