import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../operations/isTool';
import type { JobSlot, WaitEnd } from './waitState';

export interface WaitSettings {
	/** How many jobs are created at a time. */
	concurrency: number;
	/** Minutes. */
	maxWait: number;
	/** Minutes between the heartbeats of a parked execution, 0 for none. */
	checkEvery: number;
	/** How many jobs have to be completed before the items go on; without it, all have to be done. */
	enough?: number;
	/** Whether the jobs that nobody waits for any more are cancelled. */
	cancels: boolean;
	/** Whether to ask the provider again and again instead of parking the execution. */
	polling: boolean;
	/** Whether what did not complete goes to a second output. */
	separateFailed: boolean;
}

export const WAIT_DEFAULTS = { concurrency: 5, maxWait: 60, checkEvery: 5 };

/** More at a time no provider bears. */
const MOST_AT_A_TIME = 100;

/** A year, in minutes: n8n keeps the end of a wait as a date, which a larger number is none of. */
const LONGEST_WAIT = 525_600;

/** In minutes: no provider is to be asked more often than once a second. */
const SHORTEST_CHECK = 1 / 60;

/**
 * Reads `options`; nonsense from an expression falls back to the default. A tool of an AI agent has
 * one output and cannot be parked: n8n would switch off what else the agent has called meanwhile,
 * and a chat would be answered at once.
 *
 * @param usual how to wait where the option Wait By is not set
 */
export function waitSettings(
	ctx: IExecuteFunctions,
	usual: 'park' | 'poll' = 'park',
): WaitSettings {
	const tool = isTool(ctx);
	const options = ctx.getNodeParameter('options', 0, {}) as IDataObject;
	const { checkEvery = WAIT_DEFAULTS.checkEvery, goOnWhen, mode = usual } = options;
	return {
		concurrency: within(1, options.concurrency, WAIT_DEFAULTS.concurrency, MOST_AT_A_TIME),
		maxWait: within(0, options.maxWait, WAIT_DEFAULTS.maxWait, LONGEST_WAIT),
		checkEvery:
			checkEvery === 0 || checkEvery === '0'
				? 0
				: within(SHORTEST_CHECK, checkEvery, WAIT_DEFAULTS.checkEvery, LONGEST_WAIT),
		...(goOnWhen === 'first' && { enough: 1 }),
		...(goOnWhen === 'count' && { enough: Math.ceil(within(1, options.goOnCount, 1, Infinity)) }),
		cancels: options.onUnfinished === 'cancel',
		polling: tool || mode === 'poll',
		separateFailed: !tool && options.separateFailed === true,
	};
}

/** When a wait for these slots is over that begins now: who wants more than there are wants all. */
export function endOf({ maxWait, enough, cancels }: WaitSettings, slots: JobSlot[]): WaitEnd {
	const jobs = slots.filter((slot) => 'id' in slot).length;
	return {
		deadline: Date.now() + maxWait * 60_000,
		...(enough !== undefined && enough <= jobs && { enough }),
		cancels,
	};
}

function within(least: number, given: unknown, fallback: number, most: number): number {
	const number = Number(given ?? fallback);
	return number >= least ? Math.min(number, most) : fallback;
}
