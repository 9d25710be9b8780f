/** Records keys in n8n's database and answers those that were not recorded before. */
export type RecordKeys = (keys: string[]) => Promise<string[]>;

interface Turn {
	key: string;
	resolve: (isNew: boolean) => void;
	reject: (error: unknown) => void;
}

/** How often a record is repeated: after the first insert's race, and until our own record is seen. */
const ATTEMPTS = 4;

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
	while (queue.length > 0) await settleTogether(queue.splice(0), record);
	queues.delete(scope);
}

async function settleTogether(turns: Turn[], record: RecordKeys) {
	try {
		const fresh = new Set(await recordUntilSeen([...new Set(turns.map(({ key }) => key))], record));
		// Of several turns with one key only the first is new: Set.delete is true once.
		for (const { key, resolve } of turns) resolve(fresh.delete(key));
	} catch (error) {
		for (const { reject } of turns) reject(error);
	}
}

/** Another process may overwrite our record between its read and its write: look until it stays. */
async function recordUntilSeen(keys: string[], record: RecordKeys): Promise<string[]> {
	const fresh = await recordDespiteInsertRace(keys, record);
	let unseen = fresh;
	for (let attempt = 1; attempt < ATTEMPTS && unseen.length > 0; attempt++)
		unseen = await record(unseen);
	return fresh;
}

/** The very first record of a node is an insert, and the loser of two gets a primary-key error. */
async function recordDespiteInsertRace(
	keys: string[],
	record: RecordKeys,
	attempts = ATTEMPTS,
): Promise<string[]> {
	const recorded = record(keys);
	if (attempts === 1) return await recorded;
	return await recorded.catch(
		async () => await recordDespiteInsertRace(keys, record, attempts - 1),
	);
}
