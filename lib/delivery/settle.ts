import { OperationalError, sleep } from 'n8n-workflow';

/** Records keys in n8n's database and answers those that were not recorded before. */
export type RecordKeys = (keys: string[]) => Promise<string[]>;

interface Turn {
	key: string;
	resolve: (isNew: boolean) => void;
	reject: (error: unknown) => void;
}

/** An event that is new and was recorded by us, its record being still to be seen. */
interface Recorded extends Turn {
	calls: number;
}

/** How often a record is repeated: after the first insert's race, and until our own record is seen. */
const ATTEMPTS = 4;

/** A call that takes longer has failed, so that one that never ends does not hold up its node. In ms. */
const LONGEST_CALL = 30_000;

/** Nodes of this process that are settling, with the events that wait for the next turn. */
const queues = new Map<string, Turn[]>();

/**
 * The second stage against duplicates: records an event in n8n's database, so that a restart and
 * other processes know it. n8n's helper reads, changes and writes one row without a lock, hence one
 * call at a time per node; the events that wait for their turn ride together in the next call.
 *
 * @param scope identifies the trigger node: workflow id and node id
 * @returns whether the event is new
 * @throws what `record` throws when it fails repeatedly
 */
export async function settle(scope: string, key: string, record: RecordKeys): Promise<boolean> {
	return await new Promise<boolean>((resolve, reject) => {
		const turn = { key, resolve, reject };
		const queue = queues.get(scope);
		if (queue) {
			queue.push(turn);
			return;
		}
		queues.set(scope, [turn]);
		void takeTurns(scope, record);
	});
}

async function takeTurns(scope: string, record: RecordKeys) {
	const queue = queues.get(scope) ?? [];
	let recorded: Recorded[] = [];
	while (queue.length + recorded.length > 0)
		recorded = await settleTogether(queue.splice(0), recorded, record);
	queues.delete(scope);
}

/**
 * One call for the events whose turn it is and for those that were recorded by the call before:
 * another process may overwrite our record between its read and its write, so we look until it
 * stays. Each call costs n8n a read and a write of all that the node remembers.
 *
 * @returns the events to look at again
 */
async function settleTogether(
	turns: Turn[],
	recorded: Recorded[],
	record: RecordKeys,
): Promise<Recorded[]> {
	const all = [...recorded, ...turns];
	try {
		const keys = [...new Set(all.map(({ key }) => key))];
		const fresh = new Set(await recordDespiteInsertRace(keys, record));
		const again: Recorded[] = [];
		for (const { calls, ...turn } of recorded) {
			if (fresh.delete(turn.key) && calls + 1 < ATTEMPTS) again.push({ ...turn, calls: calls + 1 });
			else turn.resolve(true);
		}
		// Of several turns with one key only the first is new: Set.delete is true once.
		for (const turn of turns) {
			if (fresh.delete(turn.key)) again.push({ ...turn, calls: 1 });
			else turn.resolve(false);
		}
		return again;
	} catch (error) {
		for (const { reject } of all) reject(error);
		return [];
	}
}

/** The very first record of a node is an insert, and the loser of two gets a primary-key error. */
async function recordDespiteInsertRace(
	keys: string[],
	record: RecordKeys,
	attempts = ATTEMPTS,
): Promise<string[]> {
	const recorded = withinLimit(record(keys));
	if (attempts === 1) return await recorded;
	return await recorded.catch(
		async () => await recordDespiteInsertRace(keys, record, attempts - 1),
	);
}

async function withinLimit<T>(call: Promise<T>): Promise<T> {
	const limit = new AbortController();
	const late = sleep(LONGEST_CALL, limit.signal).then(() => {
		throw new OperationalError(`n8n's database did not answer within ${LONGEST_CALL / 1000} s`);
	});
	// Stopping the limit rejects it, when nobody listens any more.
	late.catch(() => {});
	try {
		return await Promise.race([call, late]);
	} finally {
		limit.abort();
	}
}
