import { setTimeout as sleep } from 'node:timers/promises';

const SECONDS = 30;

/**
 * Looks every few milliseconds whether it is so.
 * @throws Error naming `what` after 30 s: a test that waits for ever says nothing
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + SECONDS * 1000; !(await isSo()); await sleep(5))
		if (Date.now() > end) throw new Error(`Waited ${SECONDS} s in vain for ${what}`);
}
