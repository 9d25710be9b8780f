import type { IDataObject } from 'n8n-workflow';
import type { PreparedOperation } from '../../../../lib/operations/operation';
import { amount } from '../../amount';
import { callPipai } from '../../api';
import { jsonText } from '../../jsonText';
import { capitalField, leverageField } from '../orderFields';
import { requiredText } from '../requiredText';
import { pathSegment } from '../../../../lib/http/pathSegment';

export const deploy: PreparedOperation = {
	value: 'deploy',
	name: 'Deploy',
	action: 'Deploy a strategy',
	description: 'Start a strategy that is a draft or paused',
	fields: [
		{
			displayName: 'Strategy ID',
			name: 'strategyId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. strat_91c2d0',
			description: 'The ID of the strategy, as Strategy: Create returned it',
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: true,
			description: 'Whether to simulate the orders instead of placing them',
		},
		{
			displayName:
				'<b>This places real orders with real money.</b> Turn Dry Run on to simulate them.',
			name: 'realOrdersNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { dryRun: [false] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			description: 'What you leave out stays as it was when the strategy was created',
			options: [capitalField, leverageField],
		},
	],
	ifLost: 'the strategy in the dashboard of PipAI',
	async prepare(ctx, itemIndex) {
		const id = requiredText(ctx, 'strategyId', 'Strategy ID', itemIndex);
		const options = ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const capital = amount(ctx, options.capital, 'Capital', itemIndex);
		const body = jsonText({
			// PipAI's own default places orders; here only an explicit false does (reference 2.5).
			dry_run: ctx.getNodeParameter('dryRun', itemIndex, true) !== false,
			capital: capital || undefined,
			leverage: options.leverage,
		});
		const path = `/v1/strategies/${pathSegment(ctx, id, itemIndex)}/deploy`;
		return async () => await callPipai(ctx, { method: 'POST', path, body, itemIndex });
	},
};
