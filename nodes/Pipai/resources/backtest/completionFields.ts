import type { INodeProperties } from 'n8n-workflow';
import { completionFields as fieldsOf } from '../../../../lib/waiting/completionFields';
import { leverageField } from '../orderFields';

/** How a created backtest is followed up, and what else can be set. */
export const completionFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'Keep the execution running and ask PipAI until all backtests are done',
		notify:
			'Continue immediately; the PipAI Trigger of another workflow receives Backtest Job Done',
		none: 'Continue immediately, without a callback',
	},
	parking: 'byHeartbeatsIfChosen',
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
			description: 'How trading fees are calculated',
		},
		leverageField,
		{
			displayName: 'Strategy ID',
			name: 'strategyId',
			type: 'string',
			default: '',
			placeholder: 'e.g. strat_91c2d0',
			description: 'The strategy that the backtest belongs to',
		},
	],
});
