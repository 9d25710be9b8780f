import type { Clock } from '../clock.mts';
import type { Deliveries } from '../deliveries/createDeliveries.mts';
import { send, type Sending } from '../deliveries/send.mts';
import type { DeliveryRecord, Exchange } from '../deliveries/types.mts';
import type { Fault, Faults } from '../faults.mts';
import type { Rule } from '../createRules.mts';
import type { RequestEntry, RequestFilter } from '../server/createRequestJournal.mts';
import type { SandboxServer } from '../server/types.mts';
import { redeliver, type Redelivery } from '../deliveries/redeliver.mts';
import { waitUntilIdle } from '../deliveries/waitUntilIdle.mts';

export interface DeliveryFilter {
	id?: string;
	url?: string;
	state?: DeliveryRecord['state'];
	about?: Record<string, string>;
}

/** What every provider's sandbox can be told and asked. */
export interface CommonControls {
	/** Adds a fault for `times` matches (left out: until cleared), after `skip` matches; answers its id. */
	fault(fault: Fault & { times?: number; skip?: number }): number;
	faults(): Array<Rule<Fault>>;
	clearFaults(which?: { id?: number }): void;
	/** The requests received, oldest first. */
	requests(filter?: RequestFilter): RequestEntry[];
	countRequests(filter?: RequestFilter): number;
	clearRequests(): void;
	/** The deliveries made, oldest first, with every attempt and its answer. */
	deliveries(filter?: DeliveryFilter): DeliveryRecord[];
	clearDeliveries(): void;
	/** Sends the bytes of an earlier delivery again, `times` copies at once. */
	redeliver(redelivery: Redelivery): Promise<Exchange[]>;
	/** Sends anything anywhere, `times` copies at once. */
	send(sending: Sending): Promise<Exchange[]>;
	/** Lets deliveries held by a `reorder` fault go; answers how many. Default order: backwards. */
	release(how?: { order?: number[] }): Promise<number>;
	/** Resolves when no delivery is under way (held ones do not count); rejects after `timeoutMs`. */
	idle(how?: { timeoutMs?: number }): Promise<void>;
	/** The port refuses connections for `ms` of real time. Answers at once. */
	goDark(how: { ms: number }): void;
	setTimeScale(how: { timeScale: number }): void;
	/** As after the start: no faults, empty journals, nothing of the provider's own left. */
	reset(): void;
}

export function commonControls(parts: {
	clock: Clock;
	faults: Faults;
	server: SandboxServer;
	deliveries: Deliveries;
	/** Forgets what the provider itself keeps. */
	forget(): void;
}): CommonControls {
	const { clock, faults, server, deliveries, forget } = parts;
	const { journal } = server;
	const select = ({ id, url, state, about = {} }: DeliveryFilter = {}) =>
		deliveries.records.filter(
			(record) =>
				(id === undefined || record.id === id) &&
				(url === undefined || record.url === url) &&
				(state === undefined || record.state === state) &&
				Object.entries(about).every(([key, value]) => record.about[key] === value),
		);
	return {
		fault: ({ times, skip, ...fault }) => faults.add(fault as Fault, times, skip),
		faults: () => faults.list(),
		clearFaults: (which) => faults.clear(which?.id),
		requests: (filter) => structuredClone(journal.list(filter)),
		countRequests: (filter) => journal.list(filter).length,
		clearRequests: () => journal.clear(),
		deliveries: (filter) => structuredClone(select(filter)),
		clearDeliveries: () => void deliveries.records.splice(0),
		redeliver: async (redelivery) =>
			await redeliver(redelivery, deliveries.records, deliveries.agent),
		send: async (sending) => await send(sending, deliveries.agent),
		release: async (how) => await deliveries.release(how?.order),
		idle: async (how) => await waitUntilIdle(deliveries.records, how?.timeoutMs ?? 10_000),
		goDark: ({ ms }) => void setTimeout(() => void server.goDark(ms), 20),
		setTimeScale({ timeScale }) {
			clock.scale = timeScale;
		},
		reset() {
			faults.clear();
			journal.clear();
			deliveries.forget();
			forget();
		},
	};
}
