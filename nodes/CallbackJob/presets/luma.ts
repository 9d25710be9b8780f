import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Luma. It calls about every change, three times within a second. */
export const luma: Preset = {
	value: 'luma',
	title: 'Luma',
	documentation: 'https://docs.lumalabs.ai/docs/callbacks',
	baseUrl: 'https://api.lumalabs.ai',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/dream-machine/v1/credits',
	target: {
		description: 'What to make: image, video, or nothing for the API without a kind',
		placeholder: 'e.g. image',
		isOptional: true,
	},
	create: [
		{ when: /^$/, path: '/dream-machine/v1/generations' },
		{ path: '/dream-machine/v1/generations/{target}' },
	],
	callback: { in: 'body', at: 'callback_url' },
	jobId: ['id'],
	look: { path: '/dream-machine/v1/generations/{id}' },
	status: { path: 'state', done: ['completed'], failed: ['failed'] },
	output: { path: 'assets' },
	error: ['failure_reason'],
	callsOften: true,
};
