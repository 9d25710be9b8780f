import { request } from 'undici';
import { waitUntil } from '../../n8n/client/waitUntil.mts';
import { BENCH } from './installNodes.mts';
import type { Opened } from './openN8n.mts';

/** What came to the last node of a workflow, and when the latest did (ms since the epoch). */
interface Count {
	count: number;
	at: number;
}

export interface Counts {
	of(workflowId: string): Promise<Count>;
	/** Waits until so many executions have come to their end; answers when the last one did. */
	reach(workflowId: string, count: number, seconds?: number): Promise<number>;
}

/** Publishes what tells how many executions of each workflow have come to their end. */
export async function openCounts({ publish }: Pick<Opened, 'publish'>): Promise<Counts> {
	const { url } = await publish([{ name: 'Counts', type: `${BENCH}.countsTrigger` }]);
	const of = async (workflowId: string): Promise<Count> => {
		const { body } = await request(url);
		const all = (await body.json()) as Record<string, Count>;
		return all[workflowId] ?? { count: 0, at: 0 };
	};
	return {
		of,
		reach: async (workflowId, count, seconds) =>
			await waitUntil(
				`${count} executions of workflow ${workflowId}`,
				async () => {
					const now = await of(workflowId);
					return now.count >= count && now.at;
				},
				seconds,
			),
	};
}
