import type { IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../../lib/http/request';
import type { Job } from '../../../lib/waiting/job';
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
}

/** What Pi says of a job now, or once it is done or the wait is over. */
export async function readJob(
	ctx: RequestContext,
	{ kind, id, itemIndex, waitMs = 0 }: Reading,
): Promise<IDataObject> {
	const seconds = Math.min(Math.floor(waitMs / 1000), LONGEST_WAIT_S);
	const waiting = seconds >= 1 && {
		qs: { wait_for_completion: 'true', timeout_seconds: seconds },
		timeout: seconds * 1000 + MARGIN_MS,
	};
	const path = kind.path + pathSegment(ctx, id, itemIndex);
	return await callPi(ctx, { method: 'GET', path, itemIndex, ...waiting });
}

export function asJob({ simplify }: JobKind, id: string, data: IDataObject): Job {
	const json = simplify(data);
	return { id, done: isTerminal(json.status), json };
}
