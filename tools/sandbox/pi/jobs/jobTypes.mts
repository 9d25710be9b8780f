/** What an endpoint that creates jobs asks for (docs/reference/pi.md 3, 8). */
export interface JobType {
	type: string;
	/** Members that must be there and not be blank. */
	required: string[];
	/** Of these, at least one. */
	oneOf?: string[];
	idempotent: boolean;
	mostImages?: number;
}

const ad: JobType = {
	type: 'ad_generation',
	required: ['prompt'],
	idempotent: true,
	mostImages: 6,
};
const campaign = { ...ad, type: 'campaign_ad_generation' };
const health = (name: string, idempotent = false): JobType => ({
	type: `health_${name}`,
	required: ['input'],
	idempotent,
});

/** By path below `/api/v1`. */
export const jobTypes: Record<string, JobType> = {
	'/avatars/generate': { ...ad, type: 'avatar_generation' },
	'/images/generations': ad,
	'/ads/generate': ad,
	'/campaigns/generate': campaign,
	'/images/campaigns': campaign,
	'/campaigns/edit': {
		...ad,
		type: 'campaign_ad_edit',
		required: ['source_job_id', 'prompt'],
	},
	'/campaigns/localize-ad': {
		...ad,
		type: 'campaign_ad_localization',
		required: ['prompt', 'target_culture'],
		oneOf: ['source_job_id', 'source_image_url'],
		mostImages: 5,
	},
	'/brands/extract': {
		type: 'brand_extraction',
		required: [],
		oneOf: ['url', 'logoBase64', 'imagesBase64'],
		idempotent: false,
	},
	'/health/analyze': health('analyze'),
	'/health/risk-priority': health('risk_priority'),
	'/health/wellness': health('wellness', true),
	'/neuro/decode': { type: 'neuro_decode', required: ['input'], idempotent: true },
	'/robots/run': { type: 'robot_run', required: ['robot_id', 'task'], idempotent: false },
};
