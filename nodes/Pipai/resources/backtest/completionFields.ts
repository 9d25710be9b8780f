import type { INodeProperties } from 'n8n-workflow';
import { leverageField } from '../orderFields';

/** How a created backtest is followed up, and what else can be set. */
export const completionFields: INodeProperties[] = [
	{
		displayName: 'When Created',
		name: 'completion',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Wait for the Result',
				value: 'wait',
				description: 'Ask PipAI until all backtests are done; the execution keeps running',
			},
			{
				name: 'Notify a Trigger',
				value: 'notify',
				description: 'Go on at once; the PipAI Trigger of another workflow hears Backtest Job Done',
			},
			{ name: 'Do Nothing', value: 'none', description: 'Go on at once' },
		],
		default: 'wait',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Fee Bps',
				name: 'feeBps',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'The fixed fee in basis points, for the fee model Fixed',
			},
			{
				displayName: 'Fee Model',
				name: 'feeModel',
				type: 'options',
				options: [
					{ name: 'Fixed', value: 'fixed_bps' },
					{ name: 'Match Exchange', value: 'match_exchange' },
					{ name: 'None', value: 'none' },
					{ name: 'Tiered Maker Taker', value: 'tiered_maker_taker' },
				],
				default: 'match_exchange',
				description: 'How trading fees are reckoned',
			},
			leverageField,
			{
				displayName: 'Max Wait',
				name: 'maxWait',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description:
					'How many minutes to wait for the results. Then the items go on with the status timed_out.',
				displayOptions: { show: { '/completion': ['wait'] } },
			},
			{
				displayName: 'Separate Failed',
				name: 'separateFailed',
				type: 'boolean',
				default: false,
				description:
					'Whether backtests that did not complete go to a second output, Failed or Timed Out',
				displayOptions: { show: { '/completion': ['wait'] } },
			},
			{
				displayName: 'Strategy ID',
				name: 'strategyId',
				type: 'string',
				default: '',
				placeholder: 'e.g. strat_91c2d0',
				description: 'The strategy that the backtest belongs to',
			},
		],
	},
];
