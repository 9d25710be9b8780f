/** How a claim ended: true when the delivery was answered with 2xx, so that its event is taken. */
export type Outcome = boolean;

/** The right to start the one run of an event; to be ended exactly once, later calls do nothing. */
export type Claim = (outcome: Outcome) => void;

interface PendingClaim {
	since: number;
	outcome: Promise<Outcome>;
}

interface Scope {
	pending: Map<string, PendingClaim>;
	/** Two generations: looking up and remembering cost the same however many events are remembered. */
	recent: Set<string>;
	older: Set<string>;
	turnedAt: number;
}

const HOUR = 3_600_000;

/** Settle remembers for longer; this only spares an execution to most redeliveries. */
const GENERATION_MS = 24 * HOUR;

/** A start that takes longer than this has failed without telling; the next delivery takes over. */
const ABANDONED_MS = 5 * 60_000;

/**
 * The first stage against duplicates: events claimed in this process, per scope (one trigger node).
 * Single-flight: of simultaneous deliveries of one event the first gets the claim, the others wait
 * for its outcome. Bounded by `remember` (between one and two times as many) and by time (1 to 2 days).
 */
export class Claims {
	private readonly scopes = new Map<string, Scope>();

	/**
	 * Claims an event, waiting while another delivery of it is being answered.
	 *
	 * @param scope identifies the trigger node: workflow id and node id
	 * @param key identifies the event within the scope
	 * @param remember how many events to remember
	 * @param now ms since the epoch
	 * @returns the claim, or `undefined` when the event is taken
	 */
	async take(
		scope: string,
		key: string,
		remember: number,
		now: number,
	): Promise<Claim | undefined> {
		const held = this.scopeOf(scope, remember, now);
		for (;;) {
			if (held.recent.has(key) || held.older.has(key)) return undefined;
			const pending = held.pending.get(key);
			if (!pending || now - pending.since >= ABANDONED_MS) return this.hold(held, key, now);
			await pending.outcome;
		}
	}

	/** Forgets an event that was taken but came to nothing: its next delivery may start a run. */
	release(scope: string, key: string) {
		const held = this.scopes.get(scope);
		held?.recent.delete(key);
		held?.older.delete(key);
	}

	private hold(scope: Scope, key: string, now: number): Claim {
		let settle: (outcome: Outcome) => void = () => {};
		const outcome = new Promise<Outcome>((resolve) => (settle = resolve));
		const mine: PendingClaim = { since: now, outcome };
		scope.pending.set(key, mine);
		let ended = false;
		return (result) => {
			if (ended) return;
			ended = true;
			if (scope.pending.get(key) === mine) scope.pending.delete(key);
			if (result) scope.recent.add(key);
			settle(result);
		};
	}

	private scopeOf(name: string, remember: number, now: number): Scope {
		const scope = this.scopes.get(name) ?? this.open(name, now);
		if (scope.recent.size >= remember || now - scope.turnedAt >= GENERATION_MS) {
			scope.older = scope.recent;
			scope.recent = new Set();
			scope.turnedAt = now;
		}
		return scope;
	}

	private open(name: string, now: number): Scope {
		this.forgetIdle(now);
		const scope = {
			pending: new Map(),
			recent: new Set<string>(),
			older: new Set<string>(),
			turnedAt: now,
		};
		this.scopes.set(name, scope);
		return scope;
	}

	/** Deactivated and deleted workflows leave scopes behind. */
	private forgetIdle(now: number) {
		for (const [name, scope] of this.scopes) {
			if (now - scope.turnedAt >= 2 * GENERATION_MS && scope.pending.size === 0)
				this.scopes.delete(name);
		}
	}
}

/** The claims of this process: n8n loads each module once, whatever the number of nodes. */
export const claims = new Claims();
