import type { INodeProperties } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { listAll } from '../../listAll';
import { mostOf, pagingFields } from '../../../../lib/operations/pagingFields';
import { utcTime } from '../utcTime';
import { BACKTESTS } from './backtestSource';
import { asAsked, simplifyField } from './simplifyField';

const FILTERS: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: 'Only backtests from this time on',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Cancelled', value: 'cancelled' },
			{ name: 'Done', value: 'done' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Queued', value: 'queued' },
			{ name: 'Running', value: 'running' },
		],
		default: 'done',
		description: 'Only backtests in this status',
	},
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		default: '',
		placeholder: 'e.g. grid',
		description: 'Only backtests of this template',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'Only backtests up to this time',
	},
];

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many backtests',
	description: 'List the backtests of the account',
	fields: [
		...pagingFields,
		simplifyField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: FILTERS,
		},
	],
	async run(ctx, itemIndex) {
		const { status, templateId, from, to } = ctx.getNodeParameter(
			'filters',
			itemIndex,
			{},
		) as Record<string, string | undefined>;
		const qs = {
			status,
			template_id: templateId,
			from: from && utcTime(ctx, from, 'From', itemIndex),
			to: to && utcTime(ctx, to, 'To', itemIndex),
		};
		const jobs = await listAll(ctx, {
			path: BACKTESTS,
			qs,
			most: mostOf(ctx, itemIndex),
			itemIndex,
		});
		return jobs.map((job) => asAsked(ctx, job, itemIndex));
	},
};
