import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { amount } from '../amount';
import { objectText } from '../jsonText';
import { requiredText } from './requiredText';

const MOST_SYMBOLS = 10;

/**
 * The members that strategies and backtests have alike, and `params` as the text it was typed in.
 *
 * @throws NodeOperationError when a field is wrong
 */
export function orderOf(ctx: IExecuteFunctions, itemIndex: number) {
	requiredText(ctx, 'capital', 'Capital', itemIndex);
	return {
		members: {
			template_id: requiredText(ctx, 'templateId', 'Template ID', itemIndex),
			symbols: symbolsOf(ctx, itemIndex),
			timeframe: ctx.getNodeParameter('timeframe', itemIndex, '1h'),
			capital: amount(ctx, ctx.getNodeParameter('capital', itemIndex), 'Capital', itemIndex),
		},
		texts: {
			params: objectText(ctx, ctx.getNodeParameter('params', itemIndex, '{}'), 'Params', itemIndex),
		},
	};
}

/** Text with commas between the names, or a list that an expression gives. */
function symbolsOf(ctx: IExecuteFunctions, itemIndex: number): string[] {
	const symbols = [ctx.getNodeParameter('symbols', itemIndex, '')]
		.flat()
		.flatMap((given) => String(given).split(','))
		.map((name) => name.trim())
		.filter(Boolean);
	if (symbols.length >= 1 && symbols.length <= MOST_SYMBOLS) return symbols;
	throw new NodeOperationError(
		ctx.getNode(),
		`"Symbols" has ${symbols.length} names. PipAI takes 1 to ${MOST_SYMBOLS}`,
		{ itemIndex },
	);
}
