import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { errorOf, itemsOf } from '../../tools/n8n/client/executions.mts';
import { piapiCredential, piapiSandbox } from './support/piapi.mts';
import { BY_HAND, saveRow } from './support/workflows.mts';
import { n8n } from './world/world.mts';

let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;
let credentials: Awaited<ReturnType<typeof piapiCredential>>[];

beforeAll(async () => {
	sandbox = await piapiSandbox();
	credentials = [await piapiCredential()];
});
beforeEach(async () => await sandbox.reset());

const url = 'https://files.example/input';
const piapi = (name: string, parameters: IDataObject) => ({
	name,
	type: 'piapi',
	credentials,
	parameters: { resource: 'task', ...parameters },
});

describe('one task per kind of media, from the form to the file', () => {
	it.each([
		['image', { family: 'flux', task: 'Qubico/flux1-schnell:txt2img', prompt: 'x' }, 'image/png'],
		['video', { family: 'kling', task: 'kling:video_generation', prompt: 'x' }, 'video/mp4'],
		[
			'audio',
			{ family: 'tts', task: 'Qubico/tts:zero-shot', genText: 'x', refAudio: `${url}.mp3` },
			/^audio\//,
		],
		['3D', { family: 'trellis', task: 'Qubico/trellis:text-to-3d', prompt: 'x' }, /^model\//],
	])('%s', async (_, form, mimeType) => {
		const { runs, executions } = await n8n();
		const saved = await saveRow(`Makes ${_}`, [
			BY_HAND,
			piapi('Create', { operation: 'create', completion: 'wait', ...form }),
			piapi('Download', { operation: 'download', taskId: '={{ $json.jobId }}' }),
		]);
		const done = await executions.wait(await runs.start(saved.id));
		expect(errorOf(done)).toBeUndefined();
		const [{ json, binary }] = itemsOf(done, 'Download');
		expect(json.status).toBe('completed');
		expect(binary?.data.mimeType).toEqual(
			typeof mimeType === 'string' ? mimeType : expect.stringMatching(mimeType),
		);
		expect((await executions.binary(binary!.data)).length).toBeGreaterThan(0);
	});

	it('text', async () => {
		const { runs, executions } = await n8n();
		const form = {
			family: 'joycaption',
			task: 'Qubico/joycaption:joycaption-beta-one',
			image: `${url}.png`,
		};
		const saved = await saveRow('Makes text', [
			BY_HAND,
			piapi('Create', { operation: 'create', completion: 'wait', ...form }),
		]);
		const done = await executions.wait(await runs.start(saved.id));
		expect(errorOf(done)).toBeUndefined();
		expect(itemsOf(done, 'Create')[0].json.output).toEqual({ text: expect.any(String) });
	});

	it('a file of an incoming item, which n8n keeps on disk, goes to the provider', async () => {
		const { runs, executions } = await n8n();
		const create = { operation: 'create', completion: 'wait' };
		const kling = {
			family: 'kling',
			task: 'kling:video_generation',
			prompt: 'x',
			imageUrl: 'data',
		};
		const saved = await saveRow('A picture becomes a video', [
			BY_HAND,
			piapi('Picture', {
				...create,
				family: 'flux',
				task: 'Qubico/flux1-schnell:txt2img',
				prompt: 'x',
			}),
			piapi('File', { operation: 'download', taskId: '={{ $json.jobId }}' }),
			piapi('Video', { ...create, ...kling }),
		]);
		const done = await executions.wait(await runs.start(saved.id));
		expect(errorOf(done)).toBeUndefined();
		expect(itemsOf(done, 'File')[0].binary?.data.id).toMatch(/^(filesystem|database)/);
		const [, video] = await sandbox.tasks();
		const sent = (video.input as { image_url: string }).image_url;
		const uploaded = Buffer.from(await (await fetch(sent)).arrayBuffer());
		expect(uploaded).toEqual(await executions.binary(itemsOf(done, 'File')[0].binary!.data));
	});
});
