import { putLast } from '../../lib/bound';

/** A public key as the provider showed it, and since when, in ms since the epoch. */
export interface SeenKey {
	key: string;
	seenAt: number;
}

interface Known {
	askedAt: number;
	seen?: SeenKey;
	/** Deliveries that fail meanwhile wait for the same answer. */
	answer: Promise<string | undefined>;
}

const MINUTE_MS = 60_000;

/** Clients of one n8n; more would only be asked for again. */
const MOST_CLIENTS = 500;

/**
 * Public keys fetched while deliveries come in: a rotated key heals itself, and a forger makes us
 * ask at most once a minute. They live in memory, because what `webhook()` writes to static data is
 * lost when a run starts (docs/reference/n8n.md 2); after a restart the next mismatch asks again.
 */
export class DeliveryKeys {
	private readonly clients = new Map<string, Known>();

	/** The key fetched last in this process, if any. */
	latest(client: string): SeenKey | undefined {
		return this.clients.get(client)?.seen;
	}

	/**
	 * Asks the provider for the key, unless that was done within a minute.
	 *
	 * @param ask answers `undefined` when the provider could not be asked
	 * @param now ms since the epoch
	 */
	async ask(
		client: string,
		ask: () => Promise<string | undefined>,
		now: number,
	): Promise<string | undefined> {
		const known = this.clients.get(client);
		if (known && Math.abs(now - known.askedAt) < MINUTE_MS) return await known.answer;
		const next: Known = { askedAt: now, seen: known?.seen, answer: ask() };
		putLast(this.clients, client, next, MOST_CLIENTS);
		const key = await next.answer;
		if (key !== undefined && key !== next.seen?.key) next.seen = { key, seenAt: now };
		return key;
	}
}

/** The keys of this process: n8n loads each module once, whatever the number of nodes. */
export const deliveryKeys = new DeliveryKeys();
