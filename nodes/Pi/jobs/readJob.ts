import type { IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../../lib/http/request';
import type { RetryBudget } from '../../../lib/http/retryBudget';
import type { CallsNobody, Job } from '../../../lib/waiting/jobSource';
import { callPi } from '../api';
import { isTerminal } from '../simplifyJob';
import type { JobKind } from './jobKinds';
import { pathSegment } from '../../../lib/http/pathSegment';

/** Pi holds an answer back for at most so long (docs/reference/pi.md 7). */
const LONGEST_WAIT_S = 30;
const MARGIN_MS = 15_000;

interface Reading {
	kind: JobKind;
	id: string;
	itemIndex?: number;
	/** For how many ms Pi may hold its answer back while the job is running. */
	waitMs?: number;
	budget?: RetryBudget;
}

/** What Pi says of a job now, or once it is done or the wait is over. */
export async function readJob(
	ctx: RequestContext,
	{ kind, id, itemIndex, waitMs = 0, budget }: Reading,
): Promise<IDataObject> {
	const seconds = Math.min(Math.floor(waitMs / 1000), LONGEST_WAIT_S);
	const waiting = seconds >= 1 && {
		qs: { wait_for_completion: 'true', timeout_seconds: seconds },
		timeout: seconds * 1000 + MARGIN_MS,
	};
	const path = kind.path + pathSegment(ctx, id, itemIndex);
	return await callPi(ctx, { method: 'GET', path, itemIndex, ...budget, ...waiting });
}

export function asJob({ simplify }: JobKind, id: string, data: IDataObject): Job {
	const json = simplify(data);
	return { id, done: isTerminal(json.status), json };
}

/** How jobs are looked at that exist, whoever created them: Pi calls nobody back about one execution. */
export function looksAt(kind: JobKind): Omit<CallsNobody, 'prepare'> {
	return {
		name: 'Pi',
		calls: 'nobody',
		look: async (ctx, id, budget) => asJob(kind, id, await readJob(ctx, { kind, id, budget })),
		lookLong: async (ctx, id, waitMs) => asJob(kind, id, await readJob(ctx, { kind, id, waitMs })),
	};
}
