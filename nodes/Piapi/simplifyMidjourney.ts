import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../lib/delivery/isoTime';
import { collectUrls } from '../../lib/results/collectUrls';
import { joinTexts } from './joinTexts';
import { DISCORD_COPIES } from './simplifyTask';
import { idOf } from '../../lib/text';
import { taskStatus } from './taskStatus';

/** The simplified task of legacy Midjourney v2, from a callback or `fetch` (docs/reference/piapi.md 3). */
export function simplifyMidjourney(body: IDataObject): IDataObject {
	const meta = (body.meta ?? {}) as IDataObject;
	const result = (body.task_result ?? {}) as IDataObject;
	return {
		jobId: idOf(body.task_id) || null,
		jobType: meta.task_type ?? null,
		status: taskStatus(body.status),
		resultUrls: collectUrls(result, DISCORD_COPIES),
		error: errorOf(body, result),
		reference: null,
		metadata: null,
		occurredAt:
			fromSeconds(meta.ended_at) ?? fromSeconds(meta.started_at) ?? fromSeconds(meta.created_at),
		model: 'midjourney',
		progress: result.task_progress ?? null,
		output: result,
	};
}

function errorOf(body: IDataObject, result: IDataObject): string | null {
	if (taskStatus(body.status) !== 'failed') return null;
	const messages = [result.message, result.error_messages].flat();
	return joinTexts(messages) || 'Midjourney gave no reason';
}

function fromSeconds(time: unknown): string | null {
	return isoTime(typeof time === 'number' ? time * 1000 : Number.NaN);
}
