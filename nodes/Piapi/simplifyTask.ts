import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../lib/delivery/isoTime';
import { collectUrls } from '../../lib/results/collectUrls';
import { joinTexts } from './joinTexts';
import { isRecord } from '../../lib/http/isRecord';
import { idOf, isText, textOf } from '../../lib/text';
import { taskStatus } from './taskStatus';

/** The same images again, on a host of Discord's (docs/reference/piapi.md 2.1). */
export const DISCORD_COPIES = /^discord_/;

/** The simplified task of the unified API, from a callback's `data` or the API's answer. */
export function simplifyTask(task: IDataObject): IDataObject {
	const meta = (task.meta ?? {}) as IDataObject;
	return {
		jobId: idOf(task.task_id) || null,
		jobType: task.task_type ?? null,
		status: taskStatus(task.status),
		resultUrls: collectUrls(task.output, DISCORD_COPIES),
		error: taskError(task),
		reference: null,
		metadata: null,
		occurredAt: happened(meta.ended_at) ?? happened(meta.started_at) ?? happened(meta.created_at),
		model: task.model ?? null,
		output: task.output ?? null,
		usage: meta.usage ?? null,
	};
}

/** What PiAPI says went wrong with a task, or null (docs/reference/piapi.md 1.6). */
export function taskError(task: IDataObject): string | null {
	const { error } = task;
	const { code, message, raw_message: raw, detail } = isRecord(error) ? error : {};
	const said = joinTexts([isText(error) && error, message, raw, detail, task.detail]);
	const shownCode = textOf(code).trim();
	if (shownCode === '' || Number(shownCode) === 0) return said || null;
	return `${said || 'No message'} (code ${shownCode})`;
}

/** `0001-01-01T00:00:00Z` means not yet (docs/reference/piapi.md 1.4). */
function happened(time: unknown): string | null {
	return isoTime(typeof time === 'string' ? Date.parse(time) : Number.NaN);
}
