import type { IDataObject } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { mostOf, pagingFields } from '../../../../lib/operations/pagingFields';
import { redactSecrets } from '../../redactSecrets';
import { simplifyTask } from '../../simplifyTask';
import { listHistory } from '../../taskHistory';
import { unixSeconds } from '../../unixSeconds';
import { simplifyField } from '../simplifyField';
import { historyFilters } from './historyFilters';

export const getTaskHistory: ItemOperation = {
	value: 'getTaskHistory',
	name: 'Get Task History',
	action: 'Get the task history',
	description: 'List all tasks of the account, including those created outside of n8n',
	fields: [...pagingFields, historyFilters, simplifyField],
	async run(ctx, itemIndex) {
		const { model, startTime, endTime } = ctx.getNodeParameter(
			'filters',
			itemIndex,
			{},
		) as IDataObject;
		const qs = {
			...(model && { model }),
			...(startTime && { start_time: unixSeconds(ctx, startTime, 'Start Time', itemIndex) }),
			...(endTime && { end_time: unixSeconds(ctx, endTime, 'End Time', itemIndex) }),
		};
		const tasks = await listHistory(ctx, { qs, most: mostOf(ctx, itemIndex), itemIndex });
		const simplify = ctx.getNodeParameter('simplify', itemIndex, true);
		return tasks
			.map(redactSecrets)
			.map((task) => (simplify && task.task_id ? simplifyTask(task) : task));
	},
};
