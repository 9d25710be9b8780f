import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryRecord } from './types.mts';

/** Resolves when no delivery is under way; rejects after `timeoutMs` of real time. */
export async function waitUntilIdle(records: DeliveryRecord[], timeoutMs: number): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	const busy = () => records.filter(({ state }) => state === 'underWay').length;
	while (busy() > 0) {
		if (Date.now() > deadline) {
			throw new Error(`${busy()} deliveries still under way after ${timeoutMs} ms`);
		}
		await sleep(5);
	}
}
