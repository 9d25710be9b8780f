import { bound } from '../../lib/bound';

/** What was fetched, and how long its sender lets it be kept. */
interface Fetched {
	text: string;
	cacheControl?: string;
}

interface Kept {
	text: Promise<string>;
	/** In ms since the epoch. */
	fetchedAt: number;
	keptUntil: number;
}

const MINUTE = 60_000;
const LONGEST_MS = 24 * 60 * MINUTE;
const USUAL_MS = 60 * MINUTE;

/** How often the same address is fetched because a key is not known or could not be fetched. */
const AT_MOST_EVERY_MS = MINUTE;

/** A fetch takes 8 s at most; who failed is not asked again before. */
const PENDING_MS = 10_000;

const MOST_ADDRESSES = 100;

/**
 * Public keys by their address: one fetch at a time, kept as its `Cache-Control` says, for an hour
 * where it says nothing and for a day at most. Forged deliveries with unknown keys cost one fetch a minute.
 */
export class KeyCache {
	private readonly kept = new Map<string, Kept>();

	/**
	 * The text at an address.
	 *
	 * @param now ms since the epoch
	 * @throws what `fetch` throws, and the same again for a few seconds
	 */
	async get(url: string, fetch: () => Promise<Fetched>, now: number): Promise<string> {
		const known = this.kept.get(url);
		return await (known && now < known.keptUntil ? known : this.fetch(url, fetch, now)).text;
	}

	/** The text anew; undefined when it was fetched a moment ago. */
	async renew(
		url: string,
		fetch: () => Promise<Fetched>,
		now: number,
	): Promise<string | undefined> {
		const known = this.kept.get(url);
		if (known && Math.abs(now - known.fetchedAt) < AT_MOST_EVERY_MS) return undefined;
		return await this.fetch(url, fetch, now).text;
	}

	private fetch(url: string, fetch: () => Promise<Fetched>, now: number): Kept {
		const kept: Kept = { text: Promise.resolve(''), fetchedAt: now, keptUntil: now + PENDING_MS };
		kept.text = fetch().then(({ text, cacheControl }) => {
			kept.keptUntil = now + lifetime(cacheControl);
			return text;
		});
		// Who waits for it is told; without this line Node would end when nobody does.
		kept.text.catch(() => undefined);
		this.kept.set(url, kept);
		bound(this.kept, MOST_ADDRESSES);
		return kept;
	}
}

/** In ms. */
function lifetime(cacheControl = ''): number {
	const seconds = /\bmax-age=(\d{1,9})\b/i.exec(cacheControl)?.[1];
	const told = seconds === undefined ? USUAL_MS : Number(seconds) * 1000;
	return Math.min(Math.max(told, AT_MOST_EVERY_MS), LONGEST_MS);
}
