import { setImmediate as turn } from 'node:timers/promises';
import { DataDeduplicationService } from 'n8n-core';
import type { ICheckProcessedContextData, ICheckProcessedOptions } from 'n8n-workflow';

type Deduplicator = Parameters<typeof DataDeduplicationService.init>[0];

export interface MemoryRecords {
	/** How often n8n's database was asked. */
	calls(): number;
	/** Makes the next calls fail. */
	failNext(times: number): void;
	/** Forgets everything, as a new database. */
	clear(): void;
}

/**
 * Stands in for n8n's table of processed entries, with its faults: it reads, changes and writes
 * without a lock, and two first inserts at once violate the primary key (docs/reference/n8n.md 5).
 */
export function installMemoryRecords(): MemoryRecords {
	const rows = new Map<string, string[]>();
	let calls = 0;
	let failures = 0;

	async function check(
		items: Array<string | number>,
		_scope: string,
		{ workflow, node }: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	) {
		calls++;
		if (failures > 0) {
			failures--;
			throw new Error('database is locked');
		}
		const id = `${workflow.id}:n:${node?.id}`;
		const row = rows.get(id);
		const seen = new Set(row);
		await turn();
		if (!row && rows.has(id)) throw new Error('UNIQUE constraint failed: processed_data');
		const fresh = items.filter((item) => !seen.has(String(item)));
		const next = [...(row ?? []), ...fresh.map(String)];
		rows.set(id, maxEntries ? next.slice(-maxEntries) : next);
		await turn();
		return { new: fresh, processed: items.filter((item) => seen.has(String(item))) };
	}

	// n8n installs it once per process; here the test file before may have done so.
	Object.assign(DataDeduplicationService, { instance: undefined });
	void DataDeduplicationService.init({ checkProcessedAndRecord: check } as unknown as Deduplicator);
	return {
		calls: () => calls,
		failNext: (times) => (failures = times),
		clear: () => rows.clear(),
	};
}
