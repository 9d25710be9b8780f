import type {
	ExecutionStatus,
	IBinaryData,
	INodeExecutionData,
	IRunExecutionData,
} from 'n8n-workflow';

import type { Rest } from './rest.mts';
import { unflatten } from './unflatten.mts';
import { waitUntil } from './waitUntil.mts';

const PAGE = 100;

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
	waitTill: string | null;
	retryOf: string | null;
}

export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

export interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus[];
}

const ENDED: ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

/** Executions, as the editor lists and shows them. */
export function executionsOf(rest: Rest) {
	/** Every execution that matches, the newest first. */
	async function list(filter: ExecutionFilter = {}): Promise<ExecutionSummary[]> {
		const found: ExecutionSummary[] = [];
		for (let cursor: string | null | undefined = ''; cursor !== undefined && cursor !== null; ) {
			const query = new URLSearchParams({ limit: String(PAGE), filter: JSON.stringify(filter) });
			if (cursor) query.set('cursor', cursor);
			const page: { results: ExecutionSummary[]; nextCursor?: string | null } = await rest.request(
				'GET',
				`/executions?${query.toString()}`,
			);
			found.push(...page.results);
			cursor = page.nextCursor;
		}
		return found;
	}

	async function get(id: string): Promise<Execution> {
		const { data, ...summary } = await rest.request<ExecutionSummary & { data: string }>(
			'GET',
			`/executions/${id}`,
		);
		return { ...summary, data: unflatten(data) as IRunExecutionData };
	}

	return {
		list,
		get,
		/** Waits until the execution has one of these statuses; without any, until it has ended. */
		async wait(id: string, statuses = ENDED, seconds = 60): Promise<Execution> {
			const isThere = async () => {
				const execution = await get(id);
				return statuses.includes(execution.status) && execution;
			};
			return await waitUntil(`execution ${id} to be ${statuses.join(' or ')}`, isThere, seconds);
		},
		/** Waits until at least `count` executions match; the newest first. */
		async waitFor(filter: ExecutionFilter, count = 1, seconds = 60): Promise<ExecutionSummary[]> {
			const isThere = async () => {
				const found = await list(filter);
				return found.length >= count && found;
			};
			return await waitUntil(`${count} executions ${JSON.stringify(filter)}`, isThere, seconds);
		},
		/** Runs it again from the node that failed, as the editor's retry does. */
		async retry(id: string): Promise<string> {
			const { id: again } = await rest.request<{ id: string }>('POST', `/executions/${id}/retry`, {
				loadWorkflow: false,
			});
			return again;
		},
		async stop(id: string): Promise<void> {
			await rest.request('POST', `/executions/${id}/stop`, {});
		},
		/** The bytes of a file that an item carries. */
		async binary({ id, data }: IBinaryData): Promise<Buffer> {
			if (!id) return Buffer.from(data, 'base64');
			const query = new URLSearchParams({ id, action: 'download' });
			const response = await rest.fetch('GET', `/binary-data?${query.toString()}`);
			if (!response.ok) throw new Error(`n8n has no binary data ${id}: ${response.status}`);
			return Buffer.from(await response.arrayBuffer());
		},
	};
}

/** The items a node put out in its last run, on output 0 unless told. */
export function itemsOf(execution: Execution, node: string, output = 0): INodeExecutionData[] {
	return execution.data.resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
}

/** What went wrong in an execution, if anything did. */
export function errorOf(execution: Execution): string | undefined {
	return execution.data.resultData.error?.message;
}
