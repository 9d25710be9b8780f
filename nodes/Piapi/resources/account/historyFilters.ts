import type { INodeProperties } from 'n8n-workflow';

/** The values that the provider names, both spellings of one included (docs/reference/piapi.md 1.1). */
const MODELS = [
	...['diffrhythm', 'diffrythm', 'flux', 'gpts', 'hailuo', 'hug_video', 'hunyuan'],
	...['image_toolkit', 'kling', 'llm', 'luma', 'mj', 'mmaudio', 'music-s', 'music-u', 'sd'],
	...['skyreels', 'trellis', 'tts', 'video_toolkit', 'wan'],
];

export const historyFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			description: 'Only tasks created before this time',
		},
		{
			displayName: 'Model',
			name: 'model',
			type: 'options',
			options: MODELS.map((value) => ({ name: value, value })),
			default: 'flux',
			description: "Only tasks of this group of models; the names are the provider's own",
		},
		{
			displayName: 'Start Time',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			description: 'Only tasks created after this time',
		},
	],
};
