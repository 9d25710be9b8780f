import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../lib/delivery/isoTime';
import { idOf, textOf } from '../../lib/text';
import { collectUrls } from '../../lib/results/collectUrls';
import { isRecord } from '../../lib/http/isRecord';

/**
 * The simplified job, from a delivery's `data.job` or the API's `data` (docs/reference/pi.md
 * 4, 6, 7). Results are in `payload.image_url` (avatars, ads, campaigns), `payload.brand_id` or
 * `payload.output`; a failed campaign names its reason in `payload.failure_code`.
 */
export function simplifyJob(job: IDataObject): IDataObject {
	const payload = isRecord(job.payload) ? job.payload : {};
	const input = isRecord(payload.input) ? payload.input : {};
	const { image_url, output } = payload;
	return {
		jobId: idOf(job.id) || job.id,
		jobType: job.type ?? null,
		status: job.status,
		resultUrls: collectUrls({ image_url, output, result_url: job.result_url }),
		error: errorOf(job, payload),
		reference: input.client_reference_id ?? null,
		metadata: input.metadata ?? null,
		occurredAt: timeOf(job.updated_at) ?? timeOf(job.created_at),
		brandId: payload.brand_id ?? null,
		output: output ?? null,
	};
}

export function isTerminal(status: unknown): boolean {
	return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** Unix seconds from the API, ISO text in deliveries; `null` where there is no time. */
export function timeOf(time: unknown): string | null {
	return isoTime(typeof time === 'number' ? time * 1000 : Date.parse(textOf(time)));
}

function errorOf({ error_log: log, status }: IDataObject, payload: IDataObject): string | null {
	const said = [payload.failure_code, log].filter(Boolean).map(asText);
	if (said.length > 0) return said.join(': ');
	return status === 'failed' ? 'Pi gave no reason' : null;
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
