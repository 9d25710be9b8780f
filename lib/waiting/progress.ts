import type { IDataObject } from 'n8n-workflow';
import { unfinishedItem, type Unfinished } from './items';
import type { Job } from './jobSource';
import { mapLimited } from './mapLimited';
import { idsOf, type WaitState } from './waitState';

type Look = (id: string) => Promise<Job>;

/** Looks under way at once: n8n may take 100 ms for each while callbacks come in. */
const MOST_AT_ONCE = 8;

/**
 * What this process knows of the jobs of one wait: which of them are known to be done, with what their
 * provider may have forgotten by the time the last one ends. Only a memory: after a restart, or in
 * another process, the provider is asked again.
 */
export class Progress {
	private readonly known = new Map<string, IDataObject>();

	/** The scan under way or the one before, and the one after it: never two at a time. */
	private last = Promise.resolve(false);

	private next: Promise<boolean> | undefined;

	/** The look at all that is under way. */
	private sweep: Promise<void> | undefined;

	private readonly ids: string[];

	/** Called back about since the last scan began. */
	private readonly called = new Set<string>();

	/** How many looks at others may still be in vain: one for each call of `advance`. */
	private credit = 0;

	constructor(readonly state: WaitState) {
		this.ids = [...new Set(idsOf(state))];
	}

	knows(id: string): boolean {
		return this.known.has(id);
	}

	get knowsAny(): boolean {
		return this.known.size > 0;
	}

	learn({ id, done, json }: Job) {
		if (done) this.known.set(id, json);
	}

	/** The jobs that are not known to be done. */
	get unfinished(): string[] {
		return this.unknown(this.ids);
	}

	/** Whether nobody has to wait any longer: all are done, or enough completed, or no longer can be. */
	get hasEnough(): boolean {
		const { enough, places } = this.state;
		if (this.known.size === this.ids.length) return true;
		if (enough === undefined) return false;
		let [completed, open] = [0, 0];
		for (const place of places) {
			if (!('id' in place)) continue;
			const json = this.known.get(place.id);
			if (!json) open++;
			else if (json.status === 'completed') completed++;
		}
		return completed >= enough || completed + open < enough;
	}

	/**
	 * Looks at the job that was called back about, then at the first one not known to be done, and on
	 * until one is unfinished; at ever more of them at once while all are done, as in a burst of
	 * callbacks. That makes at most 2N looks for N jobs, and 3N with a restart in between; and a
	 * callback that was lost is made up for by any later one. Callers at the same moment share the next
	 * scan, since the one under way may have passed their job already.
	 *
	 * @returns whether there is enough
	 * @throws what `look` throws
	 */
	async advance(look: Look, called?: string): Promise<boolean> {
		if (called !== undefined) this.called.add(called);
		this.credit++;
		this.next ??= this.last
			.catch(() => false)
			.then(async () => {
				this.next = undefined;
				this.last = this.scan(look);
				return await this.last;
			});
		return await this.next;
	}

	/** Looks once at each job that is not known to be done; one that cannot be looked at is left for later. */
	async lookAtAll(look: Look): Promise<void> {
		this.sweep ??= mapLimited(this.unfinished, MOST_AT_ONCE, async (id) => {
			const [job] = await Promise.allSettled([look(id)]);
			if (job.status === 'fulfilled') this.learn(job.value);
		}).then(() => (this.sweep = undefined));
		await this.sweep;
	}

	/** One item per slot, in order. */
	items(unfinished: Unfinished): IDataObject[] {
		return this.state.places.map((place) => {
			if ('json' in place) return place.json;
			const json = this.known.get(place.id);
			return json ? completed(json, place.remembered) : unfinishedItem(place, unfinished);
		});
	}

	private async scan(look: Look): Promise<boolean> {
		const called = this.unknown([...this.called]);
		this.called.clear();
		const stillOpen = await this.lookAt(called, look);
		if (this.hasEnough) return true;
		if (stillOpen > 0) return false;
		for (let most = 1; ; most = Math.min(2 * most, MOST_AT_ONCE)) {
			const next = this.unfinished.slice(0, Math.min(most, this.credit));
			const unfinished = await this.lookAt(next, look);
			this.credit -= unfinished;
			if (this.hasEnough) return true;
			if (unfinished > 0 || next.length === 0) return false;
		}
	}

	/** How many of these are not done yet. */
	private async lookAt(ids: string[], look: Look): Promise<number> {
		const learn = async (id: string) => this.learn(await look(id));
		const looks = await mapLimited(ids, MOST_AT_ONCE, learn);
		const failed = looks.find((result) => result.status === 'rejected');
		if (failed) throw failed.reason;
		return this.unknown(ids).length;
	}

	private unknown(ids: string[]): string[] {
		return ids.filter((id) => !this.known.has(id));
	}
}

/** What the provider said last, with what it has forgotten. */
function completed(json: IDataObject, remembered: IDataObject = {}): IDataObject {
	const forgotten = Object.entries(remembered).filter(([field]) => (json[field] ?? null) === null);
	return { ...json, ...Object.fromEntries(forgotten) };
}
