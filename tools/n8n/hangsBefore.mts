import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const HANG_SECONDS = 60;
/** The last thing that an n8n says which hangs (docs/reference/n8n.md 9). */
const HANGS = /Migrations in progress[^\n]*\s*$/;

/**
 * Whether n8n stopped in its migrations before it was ready: its log ends there and has not grown
 * for so many seconds.
 * @throws what `isReady` throws
 */
export async function hangsBefore(
	isReady: Promise<void>,
	logFile: string,
	seconds = HANG_SECONDS,
): Promise<boolean> {
	let isSettled = false;
	const settled = isReady.finally(() => (isSettled = true));
	// Where it hangs nobody waits for this any more, and what it throws then is no news.
	settled.catch(() => {});
	for (let [log, since] = ['', Date.now()]; !isSettled; ) {
		await Promise.race([settled, sleep(200)]);
		const now = readFileSync(logFile, 'utf8');
		if (now !== log) [log, since] = [now, Date.now()];
		if (!isSettled && HANGS.test(log) && Date.now() - since >= seconds * 1000) return true;
	}
	await settled;
	return false;
}
