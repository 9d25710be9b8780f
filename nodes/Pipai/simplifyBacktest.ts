import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../../lib/text';
import { collectUrls } from '../../lib/results/collectUrls';

/** PipAI's words, of which those for an end differ from other providers' (docs/reference/pipai.md 5). */
const STATUS: ReadonlyMap<string, string> = new Map([
	['done', 'completed'],
	['canceled', 'cancelled'],
]);

const TERMINAL: ReadonlySet<unknown> = new Set(['completed', 'failed', 'cancelled']);

/** Nothing more will happen to a backtest in this status, in our words. */
export function isTerminal(status: unknown): boolean {
	return TERMINAL.has(status);
}

/** The simplified item of a backtest, from the API's answer or from an event; the fields of both are not documented in full. */
export function simplifyBacktest(job: IDataObject): IDataObject {
	const status = typeof job.status === 'string' ? job.status.toLowerCase() : null;
	return {
		jobId: job.id ?? job.job_id ?? null,
		jobType: 'backtest',
		status: status && (STATUS.get(status) ?? status),
		resultUrls: collectUrls(job.result),
		error: errorOf(job.error),
		reference: job.strategy_id ?? null,
		metadata: null,
		occurredAt: job.finished_at ?? job.created_at ?? null,
		data: job,
	};
}

function errorOf(error: unknown): string | null {
	if (typeof error === 'string' && error) return error;
	const { message, code } = (error ?? {}) as { message?: unknown; code?: unknown };
	return textOf(message ?? code) || null;
}
