import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, AssemblyAI. A 4xx ends its callbacks, so n8n's 409 before the wait loses one. */
export const assemblyAi: Preset = {
	value: 'assemblyAi',
	title: 'AssemblyAI',
	documentation: 'https://www.assemblyai.com/docs/api-reference/transcripts/submit',
	baseUrl: 'https://api.assemblyai.com',
	signIn: { header: 'Authorization', prefix: '' },
	test: '/v2/transcript?limit=1',
	create: [{ path: '/v2/transcript' }],
	callback: { in: 'body', at: 'webhook_url' },
	jobId: ['id'],
	look: { path: '/v2/transcript/{id}' },
	status: { path: 'status', done: ['completed'], failed: ['error'] },
	error: ['error'],
	usage: 'audio_duration',
};
