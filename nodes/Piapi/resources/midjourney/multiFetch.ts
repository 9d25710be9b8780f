import { NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { isRecord } from '../../../../lib/http/isRecord';
import { asError, sendToPiapi } from '../../api';
import { splitList } from '../../catalogue/values/splitList';
import { redactSecrets } from '../../redactSecrets';
import { simplifyMidjourney } from '../../simplifyMidjourney';
import { simplifyField } from '../simplifyField';
import { notice } from './notice';

export const multiFetch: ItemOperation = {
	value: 'multiFetch',
	name: 'Multi Fetch',
	action: 'Fetch several Midjourney tasks',
	description: 'Get the status and results of several Midjourney v2 tasks in one call',
	fields: [
		notice,
		{
			displayName: 'Task IDs',
			name: 'taskIds',
			type: 'string',
			required: true,
			default: '',
			placeholder:
				'e.g. 58cb41b7-556d-46c0-b82e-1e116aa1a31a, 3dd3a1a5-6e6f-4d38-b5a1-4a0e8a2a8f10',
			description: 'The IDs of the tasks, separated by commas',
		},
		simplifyField,
	],
	async run(ctx, itemIndex) {
		const ids = splitList(ctx.getNodeParameter('taskIds', itemIndex, ''))?.map(String) ?? [];
		if (ids.length === 0)
			throw new NodeOperationError(ctx.getNode(), 'There are no task IDs', { itemIndex });
		const answer = await sendToPiapi(ctx, {
			method: 'POST',
			path: '/mj/v2/multi_fetch',
			body: { task_ids: ids },
			repeatable: true,
			itemIndex,
		});
		const tasks = listIn(answer.body);
		if (answer.status >= 300 || !tasks) throw await asError(ctx, answer, { itemIndex });
		const simplify = ctx.getNodeParameter('simplify', itemIndex, true);
		return tasks
			.filter(isRecord)
			.map(redactSecrets)
			.map((task) => (simplify ? simplifyMidjourney(task) : task));
	},
};

/** The answer's shape is not documented: a list, bare or in an object (docs/reference/piapi.md 3). */
function listIn(body: unknown): unknown[] | undefined {
	return [body, ...Object.values(isRecord(body) ? body : {})].find(Array.isArray);
}
