import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../operations/isTool';

export interface WaitSettings {
	/** How many jobs are created at a time. */
	concurrency: number;
	/** Minutes. */
	maxWait: number;
	/** Whether to ask the provider again and again instead of parking the execution. */
	polling: boolean;
	/** Whether what did not complete goes to a second output. */
	separateFailed: boolean;
}

export const WAIT_DEFAULTS = { concurrency: 5, maxWait: 60 };

/** More at a time no provider bears. */
const MOST_AT_A_TIME = 100;

/** A year, in minutes: n8n keeps the end of a wait as a date, which a larger number is none of. */
const LONGEST_WAIT = 525_600;

/**
 * Reads `options`; nonsense from an expression falls back to the default. A tool of an AI agent has
 * one output and cannot be parked: n8n would switch off what else the agent has called meanwhile,
 * and a chat would be answered at once.
 */
export function waitSettings(ctx: IExecuteFunctions): WaitSettings {
	const tool = isTool(ctx);
	const options = ctx.getNodeParameter('options', 0, {}) as IDataObject;
	return {
		concurrency: within(1, options.concurrency, WAIT_DEFAULTS.concurrency, MOST_AT_A_TIME),
		maxWait: within(0, options.maxWait, WAIT_DEFAULTS.maxWait, LONGEST_WAIT),
		polling: tool || options.mode === 'poll',
		separateFailed: !tool && options.separateFailed === true,
	};
}

function within(least: number, given: unknown, fallback: number, most: number): number {
	const number = Number(given ?? fallback);
	return number >= least ? Math.min(number, most) : fallback;
}
