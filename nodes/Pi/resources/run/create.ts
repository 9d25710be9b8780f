import { jobOperation } from '../../jobs/jobOperation';
import { runs } from '../../jobs/jobKinds';

const EXAMPLE = `[
	{ "id": "brand", "action": "brands.extract", "input": { "url": "https://example.com" } },
	{
		"id": "ad",
		"action": "campaigns.generate",
		"input": { "prompt": "A summer sale" },
		"depends_on": ["brand"],
		"input_map": { "brand_id": "$steps.brand.result.brand_id" }
	}
]`;

export const create = jobOperation(
	{
		value: 'create',
		name: 'Create',
		action: 'Create a run',
		description: 'Run several jobs in order, each with the results of the earlier ones',
		none: 'Continue immediately; get the progress later with Run: Get',
	},
	{
		path: '/runs',
		kind: runs,
		body: [
			{
				property: {
					displayName: 'Steps (JSON)',
					name: 'steps',
					type: 'json',
					typeOptions: { rows: 10 },
					required: true,
					default: EXAMPLE,
					description: 'Up to 10 steps, as Pi describes them',
				},
			},
			{
				property: {
					displayName: 'Metadata (JSON)',
					name: 'metadata',
					type: 'json',
					default: '{}',
				},
			},
		],
	},
);
