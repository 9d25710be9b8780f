import { putLast } from '../bound';

/** Something that goes on is told again after this time, in ms. */
const REMIND_MS = 10 * 60_000;

/** How many things are known at a time: who sends nonsense must not fill the memory. */
const MOST = 500;

interface Reminder {
	/** In ms since the epoch. */
	toldAt: number;
	/** How often it happened since. */
	untold: number;
}

const reminders = new Map<string, Reminder>();

/**
 * Counts what happens again and again, so that it is told once in ten minutes however often it does.
 *
 * @param about identifies what happened, and where
 * @returns how often it happened since it was told last, when it is to be told now
 */
export function countUntold(about: string, now = Date.now()): number | undefined {
	const { toldAt, untold } = reminders.get(about) ?? { toldAt: -Infinity, untold: 0 };
	const count = untold + 1;
	const isDue = Math.abs(now - toldAt) >= REMIND_MS;
	const reminder = isDue ? { toldAt: now, untold: 0 } : { toldAt, untold: count };
	putLast(reminders, about, reminder, MOST);
	return isDue ? count : undefined;
}
