import type { JobState } from '../../shared/jobs/types.mts';
import type { Backtest } from '../types.mts';

const STATUS: Record<JobState, string> = {
	staged: 'queued',
	pending: 'queued',
	processing: 'running',
	completed: 'done',
	failed: 'failed',
	cancelled: 'cancelled',
};

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The provider's word for where a backtest stands. */
export const statusOf = ({ state }: Backtest): string => STATUS[state];

/** A backtest as create, get and its event show it; the result's fields are not documented. */
export function viewBacktest(job: Backtest) {
	return {
		id: job.id,
		...job.order,
		status: statusOf(job),
		progress: job.progress,
		created_at: time(job.createdAt),
		finished_at: time(job.endedAt),
		result: job.state === 'completed' ? { total_return: '0.1250', max_drawdown: '0.0310' } : null,
		error: job.state === 'failed' ? 'not enough history for this timeframe' : null,
	};
}
