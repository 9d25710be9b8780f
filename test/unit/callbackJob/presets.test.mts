import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildCreate, buildJobRequest } from '../../../dist/nodes/CallbackJob/buildRequest.js';
import { readReference, referenceOf } from '../../../dist/nodes/CallbackJob/jobReference.js';
import type { Preset } from '../../../dist/nodes/CallbackJob/preset.js';
import { presets } from '../../../dist/nodes/CallbackJob/presets/index.js';
import { readJob, readJobId } from '../../../dist/nodes/CallbackJob/readJob.js';
import { CallbackJob } from '../../../dist/nodes/CallbackJob/CallbackJob.node.js';

const CALLBACK = 'https://n8n.example.com/webhook-waiting/1/n?signature=a+b/c&pihooksItem=0';
const ENCODED = encodeURIComponent(CALLBACK);

const presetOf = (service: string) =>
	(presets as Preset[]).find(({ value }) => value === service) as Preset;

const create = (service: string, target = '', input = {}) => {
	const preset = presetOf(service);
	return buildCreate(preset, { baseUrl: preset.baseUrl, target, input, callbackUrl: CALLBACK });
};

/** As docs/reference/callback-apis.md has each service: what is called, and what is sent. */
const requests: Array<[service: string, target: string, url: string, body: object]> = [
	[
		'replicate',
		'a/b',
		'https://api.replicate.com/v1/models/a/b/predictions',
		{ input: { p: 1 }, webhook: CALLBACK },
	],
	[
		'replicate',
		'a/b:v1',
		'https://api.replicate.com/v1/predictions',
		{ version: 'a/b:v1', input: { p: 1 } },
	],
	['replicate', 'f00d', 'https://api.replicate.com/v1/predictions', { version: 'f00d' }],
	[
		'replicate',
		'deployments/a/b',
		'https://api.replicate.com/v1/deployments/a/b/predictions',
		{ input: { p: 1 } },
	],
	[
		'fal',
		'fal-ai/flux/dev',
		`https://queue.fal.run/fal-ai/flux/dev?fal_webhook=${ENCODED}`,
		{ p: 1 },
	],
	[
		'kie',
		'm',
		'https://api.kie.ai/api/v1/jobs/createTask',
		{ model: 'm', input: { p: 1 }, callBackUrl: CALLBACK },
	],
	['assemblyAi', '', 'https://api.assemblyai.com/v2/transcript', { p: 1, webhook_url: CALLBACK }],
	['runPod', 'e1', 'https://api.runpod.ai/v2/e1/run', { input: { p: 1 }, webhook: CALLBACK }],
	[
		'firecrawl',
		'batch/scrape',
		'https://api.firecrawl.dev/v2/batch/scrape',
		{ p: 1, webhook: { url: CALLBACK } },
	],
	['waveSpeed', 'w/m', `https://api.wavespeed.ai/api/v3/w/m?webhook=${ENCODED}`, { p: 1 }],
	[
		'luma',
		'',
		'https://api.lumalabs.ai/dream-machine/v1/generations',
		{ p: 1, callback_url: CALLBACK },
	],
	['luma', 'image', 'https://api.lumalabs.ai/dream-machine/v1/generations/image', {}],
	['creatomate', '', 'https://api.creatomate.com/v2/renders', { p: 1, webhook_url: CALLBACK }],
	[
		'novita',
		'txt2img',
		'https://api.novita.ai/v3/async/txt2img',
		{ extra: { webhook: { url: CALLBACK } } },
	],
	[
		'json2Video',
		'',
		'https://api.json2video.com/v2/movies',
		{ exports: [{ destinations: [{ type: 'webhook', endpoint: CALLBACK }] }] },
	],
	['sunoApi', '', 'https://api.sunoapi.org/api/v1/generate', { p: 1, callBackUrl: CALLBACK }],
	['heyGen', '', 'https://api.heygen.com/v3/videos', { p: 1, callback_url: CALLBACK }],
	['dId', 'talks', 'https://api.d-id.com/talks', { p: 1, webhook: CALLBACK }],
	['shotstack', 'v1', 'https://api.shotstack.io/edit/v1/render', { p: 1, callback: CALLBACK }],
	['tavus', '', 'https://tavusapi.com/v2/videos', { p: 1, callback_url: CALLBACK }],
];

describe('the request that creates a job', () => {
	it.each(requests)('of %s (%s)', (service, target, url, body) => {
		const request = create(service, target, { p: 1 });
		expect(request).toMatchObject({ method: 'POST', url, body });
	});

	it('tells Apify in base64, byte for byte', () => {
		const { url } = create('apify', 'user~actor');
		const text = new URL(url).searchParams.get('webhooks') ?? '';
		const [webhook] = JSON.parse(Buffer.from(text, 'base64').toString());
		expect(url).toMatch(/^https:\/\/api\.apify\.com\/v2\/acts\/user~actor\/runs\?webhooks=/);
		expect(webhook.requestUrl).toBe(CALLBACK);
		expect(webhook.eventTypes).toContain('ACTOR.RUN.TIMED_OUT');
	});

	it('adds to what the user sends, and leaves it as it was', () => {
		const input = { exports: [{ resolution: 'hd', destinations: [{ type: 'ftp' }] }] };
		const before = structuredClone(input);
		const { body } = create('json2Video', '', input);
		expect(body).toMatchObject({
			exports: [{ resolution: 'hd', destinations: [{ type: 'ftp' }, { type: 'webhook' }] }],
		});
		expect(input).toEqual(before);
	});

	it('is known of every service', () => {
		const tried = new Set([...requests.map(([service]) => service), 'apify']);
		expect([...tried].sort()).toEqual((presets as Preset[]).map(({ value }) => value).sort());
	});

	it('keeps names of the prototype out of the body', () => {
		const preset = {
			...presetOf('kie'),
			callback: { in: 'body', at: '__proto__.polluted' },
		} as Preset;
		buildCreate(preset, { baseUrl: preset.baseUrl, target: 'm', input: {}, callbackUrl: CALLBACK });
		expect(({} as { polluted?: string }).polluted).toBeUndefined();
	});
});

describe('a request about a job', () => {
	it.each([
		[
			'fal',
			{ id: 'i', target: 'fal-ai/flux/dev' },
			'https://queue.fal.run/fal-ai/flux/requests/i/status',
		],
		['kie', { id: 'a&b=c' }, 'https://api.kie.ai/api/v1/jobs/recordInfo?taskId=a%26b%3Dc'],
		['runPod', { id: 'i', target: 'e1' }, 'https://api.runpod.ai/v2/e1/status/i'],
		['replicate', { id: 'a?b#c' }, 'https://api.replicate.com/v1/predictions/a%3Fb%23c'],
	])('of %s', (service, place, url) => {
		const preset = presetOf(service);
		expect(buildJobRequest(preset.look, preset.baseUrl, place)).toEqual({ method: 'GET', url });
	});

	it('never leaves the host of the service, whatever ID or target say', () => {
		for (const preset of presets as Preset[]) {
			for (const bad of ['@evil.example.com', '//evil.example.com', 'a\\b', 'a%2f..', '?x', '#x']) {
				const requestsOf = [preset.look, preset.result, preset.cancel].flatMap((each) =>
					each ? [buildJobRequest(each, preset.baseUrl, { id: bad, target: bad }, {})] : [],
				);
				const made = create(preset.value, bad);
				for (const { url } of [...requestsOf, made])
					expect(new URL(url).origin).toBe(preset.baseUrl);
			}
		}
	});
});

/** Statuses of the documents that the sandbox does not show. */
const statuses: Array<[service: string, answer: object, status: string, more?: object]> = [
	['replicate', { status: 'aborted' }, 'cancelled'],
	['replicate', { status: 'starting' }, 'processing'],
	['replicate', { status: ' Succeeded\t', output: 1 }, 'completed', { output: 1 }],
	['kie', { data: { state: 'success', resultJson: '{"a":1}' } }, 'completed', { output: { a: 1 } }],
	['kie', { data: { state: 'success', resultJson: 'broken' } }, 'completed', { output: 'broken' }],
	['kie', { data: { state: 'fail', failMsg: 'no' } }, 'failed', { error: 'no' }],
	['runPod', { status: 'TIMED_OUT' }, 'failed', { error: 'RunPod gave no reason' }],
	['apify', { data: { status: 'TIMED-OUT' } }, 'failed'],
	['apify', { data: { status: 'ABORTING' } }, 'processing'],
	['luma', { state: 'failed', failure_reason: { code: 1 } }, 'failed', { error: '{"code":1}' }],
	['novita', { task: { status: 'TASK_STATUS_FAILED', reason: 'no' } }, 'failed', { error: 'no' }],
	['json2Video', { movie: { status: 'error', message: 'no' } }, 'failed', { error: 'no' }],
	['sunoApi', { data: { status: 'FIRST_SUCCESS' } }, 'processing'],
	['sunoApi', { data: { status: 'SENSITIVE_WORD_ERROR' } }, 'failed'],
	['heyGen', { data: { status: 'waiting' } }, 'processing'],
	['dId', { status: 'rejected' }, 'failed'],
	[
		'shotstack',
		{ response: { status: 'done', url: 'u' } },
		'completed',
		{ output: { status: 'done', url: 'u' } },
	],
	['tavus', { status: 'ready' }, 'completed'],
	['tavus', {}, 'processing'],
	['tavus', null as never, 'processing'],
];

describe('what a service says of a job', () => {
	it.each(statuses)('%s: %j is %s', (service, answer, status, more = {}) => {
		expect(readJob(presetOf(service), answer)).toMatchObject({ status, ...more });
	});

	it.each([
		['replicate', { id: 'i' }, 'i'],
		['creatomate', [{ id: 'i' }], 'i'],
		['kie', { data: { task_id: 'i' } }, 'i'],
		['tavus', { video_id: 12345 }, '12345'],
		['tavus', { video_id: { a: 1 } }, ''],
		['tavus', 'text', ''],
	])('%s: the job of %j is %j', (service, answer, id) => {
		expect(readJobId(presetOf(service), answer)).toBe(id);
	});
});

describe('the reference of a job', () => {
	it.each([
		{ id: 'i', target: '' },
		{ id: 'i', target: 'a/b' },
		{ id: '["i', target: '' },
		{ id: '[1]', target: 'https://api.example.com/{id}' },
	])('keeps %j', (place) => {
		expect(readReference(referenceOf(place))).toEqual(place);
	});
});

describe('the presets', () => {
	it('speak https to hosts of their own', () => {
		const bases = (presets as Preset[]).map(({ baseUrl }) => baseUrl);
		expect(new Set(bases).size).toBe(bases.length);
		for (const base of bases) expect(base).toMatch(/^https:\/\/[a-z0-9.-]+$/);
	});

	it('are found by their names in the node panel', () => {
		const file = join(import.meta.dirname, '../../../nodes/CallbackJob/CallbackJob.node.json');
		const { alias } = JSON.parse(readFileSync(file, 'utf8')) as { alias: string[] };
		for (const { title } of presets as Preset[]) {
			const word = title.toLowerCase().replace(/api$/, '');
			expect(alias.some((each) => each.startsWith(word))).toBe(true);
		}
		const services = new CallbackJob().description.properties.find(
			({ name }) => name === 'service',
		);
		expect(services?.options).toHaveLength(presets.length + 2);
	});
});
