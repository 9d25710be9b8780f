import type { IDataObject } from 'n8n-workflow';
import type { Job } from './job';
import { timedOut } from './timedOut';
import { idsOf, type WaitState } from './waitState';

/**
 * What this process knows of the jobs of one wait: how many of them, in order, are known to be done.
 * Only a memory: after a restart, or in another process, the provider is asked again.
 */
export class Progress {
	private readonly known = new Map<string, IDataObject>();

	private scanning: Promise<boolean> | undefined;

	private queued: Promise<boolean> | undefined;

	private readonly ids: string[];

	constructor(private readonly state: WaitState) {
		this.ids = idsOf(state);
	}

	knows(id: string): boolean {
		return this.known.has(id);
	}

	learn({ id, done, json }: Job) {
		if (done) this.known.set(id, json);
	}

	/**
	 * Looks at the first job not known to be done, and on until one is unfinished. With one look at the
	 * job of each callback that makes at most 2N looks for N jobs, and 3N with a restart in between;
	 * and a callback that was lost is made up for by any later one. Callers at the same moment share
	 * the next scan, since the one under way may have passed their job already.
	 *
	 * @returns whether all are done
	 * @throws what `look` throws
	 */
	async allDone(look: (id: string) => Promise<Job>): Promise<boolean> {
		if (!this.scanning) return await this.begin(look);
		this.queued ??= this.scanning
			.catch(() => false)
			.then(async () => {
				this.queued = undefined;
				return await this.begin(look);
			});
		return await this.queued;
	}

	/** One item per place, in order; what is not known to be done has timed out. */
	items(): IDataObject[] {
		return this.state.places.map((place) =>
			'json' in place ? place.json : (this.known.get(place.id) ?? timedOut(place.id)),
		);
	}

	private async begin(look: (id: string) => Promise<Job>): Promise<boolean> {
		this.scanning = this.scan(look).finally(() => (this.scanning = undefined));
		return await this.scanning;
	}

	private async scan(look: (id: string) => Promise<Job>): Promise<boolean> {
		for (const id of this.ids) {
			if (this.known.has(id)) continue;
			const job = await look(id);
			this.learn(job);
			if (!job.done) return false;
		}
		return true;
	}
}
