import { enter } from '../../shared/jobs/enter.mts';
import { isEnded } from '../../shared/jobs/isEnded.mts';
import { runJob } from '../../shared/jobs/runJob.mts';
import type { PipaiContext } from '../context.mts';
import type { Backtest } from '../types.mts';
import { emitEvent } from '../webhooks/emitEvent.mts';
import { viewBacktest } from './viewBacktest.mts';

/** Runs a backtest on the clock and tells of its end. */
export function runBacktest(context: PipaiContext, job: Backtest): void {
	const { backtestMs, holdBacktests, backtestOutcome } = context.settings;
	const plan = { durationMs: backtestMs, hold: holdBacktests, steps: 0, outcome: backtestOutcome };
	void runJob(job, plan, context.clock, () => tell(context, job));
}

/** Ends a backtest now; false when it had ended already. */
export function endBacktest(
	context: PipaiContext,
	job: Backtest,
	state: 'completed' | 'failed' | 'cancelled',
): boolean {
	const ended = enter(job, state, context.clock.now());
	if (ended) tell(context, job);
	return ended;
}

function tell(context: PipaiContext, job: Backtest) {
	if (isEnded(job.state))
		emitEvent(context, { type: 'backtest.job_done', data: viewBacktest(job) });
}
