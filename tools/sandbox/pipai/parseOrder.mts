import { isObject } from '../shared/server/jsonOf.mts';
import { isDecimal } from './isDecimal.mts';
import { invalid, type Refusal } from './refuse.mts';

const TIMEFRAMES = ['1m', '5m', '15m', '1h', '4h', '1d'];

/** What strategies and backtests ask for alike (docs/reference/pipai.md 5). */
export function parseOrder(
	body: Record<string, unknown> | undefined,
): { order: Record<string, unknown> } | Refusal {
	if (!body) return invalid('the body must be a JSON object');
	const { template_id: template, params, symbols, timeframe, capital, leverage = 1 } = body;
	if (typeof template !== 'string' || template === '') return invalid('template_id is required');
	if (!isObject(params)) return invalid('params must be an object');
	const isSymbols = Array.isArray(symbols) && symbols.every((each) => typeof each === 'string');
	if (!isSymbols || symbols.length < 1 || symbols.length > 10) {
		return invalid('symbols must be 1 to 10 names');
	}
	if (!TIMEFRAMES.includes(String(timeframe))) return invalid('timeframe is unknown');
	if (!isDecimal(capital)) return invalid('capital must be a decimal string');
	if (!Number.isInteger(leverage) || Number(leverage) < 1 || Number(leverage) > 20) {
		return invalid('leverage must be 1 to 20');
	}
	return { order: { ...body, leverage } };
}
