import type { PiJob } from '../types.mts';

/** The jobs whose final payload forgets what was asked for (docs/reference/pi.md 4). */
const FORGETFUL = /^campaign_/;
const IN_OUTPUT = /^(?:health|neuro)_/;

const STATUS = {
	staged: 'queued',
	pending: 'queued',
	processing: 'processing',
	completed: 'completed',
	failed: 'failed',
	cancelled: 'failed',
} as const;

function result(job: PiJob, base: string): Record<string, unknown> {
	if (job.type === 'brand_extraction') return { brand_id: job.id };
	if (IN_OUTPUT.test(job.type)) return { output: { summary: 'Nothing unusual', confidence: 0.5 } };
	return { image_url: `${base}/files/${job.id}.png` };
}

function payloadOf(job: PiJob, base: string): Record<string, unknown> {
	const forgets = FORGETFUL.test(job.type);
	const { reference_images: images, ...told } = job.input;
	const input = { ...told, reference_image_count: Array.isArray(images) ? images.length : 0 };
	if (job.state === 'failed') {
		return forgets
			? { phase: 'failed', failure_code: 'internal_step_failed' }
			: { phase: 'failed', input };
	}
	if (job.state !== 'completed') return { phase: job.state, input };
	const own = { phase: 'completed', ...result(job, base), ...job.behaviour.payload };
	return forgets ? own : { input, ...own };
}

function resultUrl(job: PiJob, base: string): string | null {
	if (job.state !== 'completed') return null;
	if (FORGETFUL.test(job.type)) return `${base}/files/${job.id}.png`;
	return job.type === 'brand_extraction' ? `brands/${job.id}` : `avatars/${job.id}`;
}

/** A job as it is now, without its times: deliveries and the API write these differently. */
export function viewJob(job: PiJob, base: string): Record<string, unknown> {
	const { fail } = job.behaviour;
	return {
		id: job.id,
		type: job.type,
		status: STATUS[job.state],
		result_url: resultUrl(job, base),
		error_log: job.state === 'failed' && typeof fail === 'string' ? fail : null,
		payload: payloadOf(job, base),
	};
}
