import type { INodeProperties } from 'n8n-workflow';

export const leverageField: INodeProperties = {
	displayName: 'Leverage',
	name: 'leverage',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 20 },
	default: 1,
	description: 'Leverage from 1 to 20',
};

export const capitalField: INodeProperties = {
	displayName: 'Capital',
	name: 'capital',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1250.50',
	description: 'The amount as a decimal number. Sent as text, so that no digit is lost.',
};

/** What strategies and backtests ask for alike (docs/reference/pipai.md 5). */
export const orderFields: INodeProperties[] = [
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. grid',
		description: "The strategy template, as PipAI's catalogue names it",
	},
	{
		displayName: 'Params',
		name: 'params',
		type: 'json',
		default: '{}',
		description: 'The parameters of the template, as a JSON object. It is sent as you type it.',
	},
	{
		displayName: 'Symbols',
		name: 'symbols',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. BTCUSDT, ETHUSDT',
		description: 'The symbols to trade, 1 to 10 separated by commas',
	},
	{
		displayName: 'Timeframe',
		name: 'timeframe',
		type: 'options',
		options: [
			{ name: '1 Day', value: '1d' },
			{ name: '1 Hour', value: '1h' },
			{ name: '1 Minute', value: '1m' },
			{ name: '15 Minutes', value: '15m' },
			{ name: '4 Hours', value: '4h' },
			{ name: '5 Minutes', value: '5m' },
		],
		default: '1h',
		description: 'The length of one candle',
	},
	{ ...capitalField, required: true },
];
