import type { IDataObject } from 'n8n-workflow';
import type { CallsNobody, Job } from '../../../../lib/waiting/jobSource';
import { callPipai } from '../../api';
import { isTerminal, simplifyBacktest } from '../../simplifyBacktest';
import { idOf } from '../../../../lib/text';
import { prepareBacktest } from './prepareBacktest';
import { pathSegment } from '../../../../lib/http/pathSegment';
import type { RequestContext } from '../../../../lib/http/request';

export const BACKTESTS = '/v1/backtest/jobs';

/** How backtests are waited for: by asking, since no callback can be attached to one. */
export const backtestSource: CallsNobody = {
	name: 'PipAI',
	calls: 'nobody',
	async prepare(ctx, itemIndex) {
		const create = await prepareBacktest(ctx, itemIndex);
		return async () => asJob(await create());
	},
	ifLost: () => 'the backtests of the account (PipAI node, Backtest: Get Many)',
	look: async (ctx, id, budget) =>
		asJob(await callPipai(ctx, { method: 'GET', path: backtestPath(ctx, id), ...budget })),
};

export function backtestPath(ctx: RequestContext, id: string): string {
	return `${BACKTESTS}/${pathSegment(ctx, id)}`;
}

function asJob(job: IDataObject): Job {
	const json = simplifyBacktest(job);
	return { id: idOf(job.id), done: isTerminal(json.status), json };
}
