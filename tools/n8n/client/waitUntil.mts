import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks `look` again and again until it gives something.
 * @throws Error naming `what` after `seconds`
 */
export async function waitUntil<T>(
	what: string,
	look: () => Promise<T | undefined | false>,
	seconds = 60,
): Promise<T> {
	for (const end = Date.now() + seconds * 1000; ; await sleep(100)) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
	}
}
