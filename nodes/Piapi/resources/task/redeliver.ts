import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import type { BatchOperation } from '../../../../lib/operations/operation';
import { redeliverTasks } from '../../redeliverTasks';

const HOUR_MS = 3_600_000;

export const redeliver: BatchOperation = {
	value: 'redeliver',
	name: 'Redeliver',
	action: 'Deliver again what n8n missed',
	description:
		'Tell the triggers and waiting executions of this n8n about tasks that ended while it could not be reached',
	fields: [
		{
			displayName: 'Since (Hours)',
			name: 'since',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			required: true,
			description: 'How many hours ago the oldest tasks were created that are looked at',
		},
	],
	async runAll(ctx) {
		const hours = Number(ctx.getNodeParameter('since', 0, 24));
		if (!(hours > 0)) {
			throw new NodeOperationError(ctx.getNode(), '"Since" must be a number of hours above 0', {
				itemIndex: 0,
			});
		}
		const { taken, missed } = await redeliverTasks(ctx, new Date(Date.now() - hours * HOUR_MS));
		if (missed > 0) {
			ctx.addExecutionHints({
				message: `${missed} tasks could not be read or delivered. Run this again to try them once more`,
				location: 'outputPane',
			});
		}
		return [
			taken.map(
				(json): INodeExecutionData => ({
					json: { ...json } as IDataObject,
					pairedItem: { item: 0 },
				}),
			),
		];
	},
};
