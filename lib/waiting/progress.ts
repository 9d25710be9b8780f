import type { IDataObject } from 'n8n-workflow';
import type { Job } from './job';
import { mapLimited } from './mapLimited';
import { timedOut } from './timedOut';
import { idsOf, type WaitState } from './waitState';

/** Looks under way at once: n8n may take 100 ms for each while callbacks come in. */
const MOST_AT_ONCE = 8;

/**
 * What this process knows of the jobs of one wait: which of them are known to be done.
 * Only a memory: after a restart, or in another process, the provider is asked again.
 */
export class Progress {
	private readonly known = new Map<string, IDataObject>();

	/** The scan under way or the one before, and the one after it: never two at a time. */
	private last = Promise.resolve(false);

	private next: Promise<boolean> | undefined;

	private readonly ids: string[];

	/** Called back about since the last scan began. */
	private readonly called = new Set<string>();

	/** How many looks at others may still be in vain: one for each call of `allDone`. */
	private credit = 0;

	constructor(readonly state: WaitState) {
		this.ids = idsOf(state);
	}

	knows(id: string): boolean {
		return this.known.has(id);
	}

	learn({ id, done, json }: Job) {
		if (done) this.known.set(id, json);
	}

	/**
	 * Looks at the job that was called back about, then at the first one not known to be done, and on
	 * until one is unfinished; at ever more of them at once while all are done, as in a burst of
	 * callbacks. That makes at most 2N looks for N jobs, and 3N with a restart in between; and a
	 * callback that was lost is made up for by any later one. Callers at the same moment share the next
	 * scan, since the one under way may have passed their job already.
	 *
	 * @returns whether all are done
	 * @throws what `look` throws
	 */
	async allDone(look: (id: string) => Promise<Job>, called?: string): Promise<boolean> {
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

	/** One item per place, in order; what is not known to be done has timed out. */
	items(): IDataObject[] {
		return this.state.places.map((place) =>
			'json' in place ? place.json : (this.known.get(place.id) ?? timedOut(place)),
		);
	}

	private async scan(look: (id: string) => Promise<Job>): Promise<boolean> {
		const called = this.unknown([...this.called]);
		this.called.clear();
		if ((await this.lookAt(called, look)) > 0) return false;
		for (let most = 1; ; most = Math.min(2 * most, MOST_AT_ONCE)) {
			const unknown = this.unknown(this.ids);
			if (unknown.length === 0) return true;
			const next = unknown.slice(0, Math.min(most, this.credit));
			const unfinished = await this.lookAt(next, look);
			this.credit -= unfinished;
			if (unfinished > 0 || next.length === 0) return false;
		}
	}

	/** How many of these are not done yet. */
	private async lookAt(ids: string[], look: (id: string) => Promise<Job>): Promise<number> {
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
