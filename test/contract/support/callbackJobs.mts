import type { IDataObject } from 'n8n-workflow';
import type { CallbackJobsSandbox } from '../../../tools/sandbox/callbackJobs/index.mts';
import { createHost } from '../harness/createHost.mts';

/** What each of the tried services is asked for. */
export const SERVICES: Array<[service: string, asks: { target?: string; input: IDataObject }]> = [
	['apify', { target: 'apify/web-scraper', input: { startUrls: [] } }],
	['assemblyAi', { input: { audio_url: 'https://cdn.example.com/a.mp3' } }],
	['creatomate', { input: { template_id: 't1' } }],
	['fal', { target: 'fal-ai/flux/dev', input: { prompt: 'a lighthouse' } }],
	['firecrawl', { target: 'crawl', input: { url: 'https://example.com/' } }],
	['json2Video', { input: { scenes: [], exports: [{ resolution: 'hd' }] } }],
	['kie', { target: 'google/nano-banana', input: { prompt: 'a lighthouse' } }],
	['luma', { target: 'image', input: { prompt: 'a lighthouse' } }],
	['novita', { target: 'txt2img', input: { request: { prompt: 'a lighthouse' } } }],
	['replicate', { target: 'black-forest-labs/flux-schnell', input: { prompt: 'a lighthouse' } }],
	['runPod', { target: 'abc123', input: { prompt: 'a lighthouse' } }],
	['waveSpeed', { target: 'wavespeed-ai/flux-dev', input: { prompt: 'a lighthouse' } }],
];

/** A Callback Job node in a workflow of its own, signed in at a service of the sandbox. */
export async function openCallbackJob(
	{ url, apiKey }: CallbackJobsSandbox,
	service: string,
	{
		parameters,
		options = {},
		node = {},
		credential = {},
	}: {
		parameters: IDataObject;
		options?: IDataObject;
		node?: IDataObject;
		credential?: IDataObject;
	},
) {
	return await createHost({
		nodes: [
			{
				type: 'callbackJob',
				parameters: { ...parameters, options: { baseUrl: `${url}/${service}`, ...options } },
				...node,
			},
		],
		credentials: { callbackJobApi: { service, apiKey, ...credential } },
	});
}
