import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import type { Clock } from '../clock.mts';
import type { DeliveryFault, Faults } from '../faults.mts';
import { createGate } from './createGate.mts';
import { makeAttempt, type AttemptResult } from './makeAttempt.mts';
import type { Delivery, DeliveryRecord } from './types.mts';

export interface UnderWay {
	record: DeliveryRecord;
	/** After the answer (or failure) of the first attempt; at once when dropped. */
	firstAttempt: Promise<void>;
	/** After the last attempt. */
	done: Promise<void>;
}

export interface Deliveries {
	/** Sends with retries until it succeeds or the schedule is used up. */
	deliver(delivery: Delivery): UnderWay;
	/**
	 * One attempt on a record of one's own, for senders with another loop than `deliver`'s;
	 * true when the receiver took it.
	 */
	attempt(delivery: Delivery, record: DeliveryRecord, number: number): Promise<boolean>;
	/** A new entry of the journal. */
	open(delivery: Delivery): DeliveryRecord;
	records: DeliveryRecord[];
	release(order?: number[]): Promise<number>;
	agent: Agent;
	/** Empties the journal; what is held or waits for a retry is never sent. */
	forget(): void;
	close(): Promise<void>;
}

const PER_DELIVERY = [
	'drop',
	'reorder',
	'duplicate',
	'tamper',
	'stale',
	'wrongSecret',
	'missingSecret',
	'blankSecret',
] as const;

/** The delivery engine: retries on a time-scaled schedule, faults, and a journal of every attempt. */
export function createDeliveries({ clock, faults }: { clock: Clock; faults: Faults }): Deliveries {
	const agent = new Agent({ connections: null });
	const gate = createGate();
	const records: DeliveryRecord[] = [];
	const forgotten = new WeakSet<DeliveryRecord>();
	const taken = new WeakMap<DeliveryRecord, DeliveryFault[]>();

	const open = (delivery: Delivery) => {
		const record: DeliveryRecord = {
			id: randomUUID(),
			url: delivery.url,
			about: delivery.about,
			createdAt: clock.now(),
			state: 'underWay',
			attempts: [],
		};
		records.push(record);
		taken.set(record, faults.takeDelivery([...PER_DELIVERY], delivery.about));
		return record;
	};

	const attempt = async (delivery: Delivery, record: DeliveryRecord, number: number) => {
		const own = taken.get(record) ?? [];
		const passing = faults.takeDelivery(['slow', 'refuse'], delivery.about);
		const result: AttemptResult = await makeAttempt({
			delivery,
			number,
			faults: [...own, ...passing],
			clock,
			agent,
		});
		record.attempts.push(...result.attempts);
		delivery.attempted?.(result.success);
		return result.success;
	};

	const run = async (delivery: Delivery, record: DeliveryRecord, afterFirst: () => void) => {
		const own = taken.get(record) ?? [];
		if (own.some(({ kind }) => kind === 'drop')) {
			record.state = 'dropped';
			return;
		}
		let passed: () => void = () => undefined;
		const reorder = own.find((fault) => fault.kind === 'reorder');
		if (reorder) {
			record.state = 'held';
			passed = await gate.hold(() => (record.state = 'underWay'), reorder.count);
		}
		for (let number = 1; number <= delivery.schedule.length + 1; number++) {
			if (number > 1) await clock.sleep(delivery.schedule[number - 2] ?? 0);
			if (forgotten.has(record)) return;
			if (number > 1 && delivery.abandoned?.()) break;
			const success = await attempt(delivery, record, number);
			if (number === 1) {
				passed();
				afterFirst();
			}
			if (success) {
				record.state = 'delivered';
				return;
			}
		}
		record.state = 'gaveUp';
	};

	return {
		agent,
		records,
		open,
		attempt,
		release: gate.release,
		deliver(delivery) {
			const record = open(delivery);
			let reached: () => void = () => undefined;
			const firstAttempt = new Promise<void>((resolve) => (reached = resolve));
			const done = run(delivery, record, reached).then(reached);
			return { record, firstAttempt, done };
		},
		forget() {
			for (const record of records.splice(0)) forgotten.add(record);
			gate.clear();
		},
		async close() {
			await agent.destroy();
		},
	};
}
