import { setTimeout as pass } from 'node:timers/promises';

const PATIENCE_MS = 15_000;

/** Waits until something holds. @throws Error that shows what never came true */
export async function waitUntil(holds: () => boolean): Promise<void> {
	for (const end = Date.now() + PATIENCE_MS; !holds(); await pass(5)) {
		if (Date.now() > end) throw new Error(`Not within ${PATIENCE_MS} ms: ${holds.toString()}`);
	}
}
