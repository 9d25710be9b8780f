import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildInput } from '../../../dist/nodes/Piapi/catalogue/buildInput.js';
import { customTask } from '../../../dist/nodes/Piapi/catalogue/customTask.js';
import { findTask } from '../../../dist/nodes/Piapi/catalogue/findTask.js';
import { families } from '../../../dist/nodes/Piapi/catalogue/index.js';
import { parameterName } from '../../../dist/nodes/Piapi/catalogue/parameterName.js';
import { placeBinaries } from '../../../dist/nodes/Piapi/catalogue/placeBinaries.js';
import { taskValues } from '../../../dist/nodes/Piapi/catalogue/taskValues.js';
import type { Input, Task } from '../../../dist/nodes/Piapi/catalogue/types.js';

const SCHNELL = 'Qubico/flux1-schnell:txt2img';
const REDRAW = 'Qubico/flux1-dev:img2img';
const FLUX = 'Qubico/flux1-dev-advanced';

const build = (family: string, id: string, values: Record<string, unknown>) =>
	buildInput(findTask(family, id) as Task, values as never);

const inputs: Array<[string, string, string, Record<string, unknown>, Record<string, unknown>]> = [
	[
		'numbers, also from text',
		'flux',
		SCHNELL,
		{ prompt: 'a', width: '512', height: 1024, guidanceScale: ' 3.5 ' },
		{ prompt: 'a', width: 512, height: 1024, guidance_scale: 3.5 },
	],
	[
		'0, but nothing that is empty',
		'flux',
		SCHNELL,
		{
			prompt: 'a',
			steps: 0,
			negativePrompt: '',
			width: '',
			guidanceScale: null,
			batchSize: undefined,
		},
		{ prompt: 'a', steps: 0 },
	],
	[
		'booleans, also from text',
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', generateAudio: false },
		{ prompt: 'a', generate_audio: false },
	],
	[
		'text true',
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', generateAudio: 'TRUE' },
		{ prompt: 'a', generate_audio: true },
	],
	[
		'an option in its own type',
		'kling',
		'kling-turbo:video_generation',
		{ prompt: 'a', duration: '10' },
		{ prompt: 'a', duration: 10 },
	],
	[
		'a text option',
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', duration: '4s' },
		{ prompt: 'a', duration: '4s' },
	],
	[
		'text from a number',
		'suno',
		'music-s:generate_music_custom',
		{ prompt: 'la', title: 1999 },
		{ prompt: 'la', title: '1999' },
	],
	[
		'nothing that the task does not know',
		'aihug',
		'Qubico/hug-video:image_to_video',
		{ imageUrl: 'https://example.com/a.png', prompt: 'x', __proto__: { image_url: 'y' } },
		{ image_url: 'https://example.com/a.png' },
	],
	[
		'a group of the form as a list of one',
		'flux',
		`${FLUX}:txt2img-lora`,
		{ prompt: 'a', loraSettings: { item: { loraType: 'anime', loraStrength: '0.5' } } },
		{ prompt: 'a', lora_settings: [{ lora_type: 'anime', lora_strength: 0.5 }] },
	],
	[
		'a list of groups',
		'wanx',
		'Qubico/wanx:img2video-14b-control-camera',
		{
			prompt: 'a',
			image: 'https://example.com/a.png',
			controlCameraSettings: {
				item: [{ motionType: 'zoom_in' }, { motionType: 'pan_up', motionSpeed: 0 }],
			},
		},
		{
			prompt: 'a',
			image: 'https://example.com/a.png',
			control_camera_settings: [
				{ motion_type: 'zoom_in' },
				{ motion_type: 'pan_up', motion_speed: 0 },
			],
		},
	],
	[
		'a group given as JSON by an expression',
		'kling',
		'kling:video_generation:3.0',
		{ prompt: 'a', multiShots: '[{"prompt":"b","duration":5},{"prompt":"c"}]' },
		{ prompt: 'a', version: '3.0', multi_shots: [{ prompt: 'b', duration: 5 }, { prompt: 'c' }] },
	],
	[
		'fixed values and groups within groups',
		'kling',
		'kling:video_generation',
		{ prompt: 'a', cameraControl: { item: { zoom: -5, pan: 0 } } },
		{ prompt: 'a', camera_control: { type: 'simple', config: { zoom: -5, pan: 0 } } },
	],
	[
		'a fixed value in a list',
		'flux',
		`${FLUX}:fill-outpaint`,
		{
			prompt: 'a',
			image: 'https://example.com/a.png',
			customSettings: { item: { outpaintLeft: 64 } },
		},
		{
			prompt: 'a',
			image: 'https://example.com/a.png',
			custom_settings: [{ setting_type: 'outpaint', outpaint_left: 64 }],
		},
	],
	[
		'JSON within a group',
		'kling',
		'kling:video_generation:motion-brush',
		{
			imageUrl: 'https://example.com/a.png',
			motionBrush: {
				item: {
					maskUrl: 'https://example.com/m.png',
					dynamicMasks: '[{"points":[{"x":1,"y":2}]}]',
				},
			},
		},
		{
			image_url: 'https://example.com/a.png',
			motion_brush: {
				mask_url: 'https://example.com/m.png',
				static_masks: [{ points: [] }],
				dynamic_masks: [{ points: [{ x: 1, y: 2 }] }],
			},
		},
	],
	[
		'one field of the form as two levels',
		'luma',
		'luma:extend_video',
		{ prompt: 'a', keyFrames: { item: { url: 'https://example.com/a.mp4' } } },
		{ prompt: 'a', key_frames: { frame0: { type: 'video', url: 'https://example.com/a.mp4' } } },
	],
	[
		'inline data where it is taken',
		'skyreels',
		'Qubico/skyreels:img2video',
		{ prompt: 'a', image: 'data:image/png;base64,AAAA' },
		{ prompt: 'a', image: 'data:image/png;base64,AAAA' },
	],
	[
		'bare base64 where it is taken',
		'tts',
		'Qubico/tts:zero-shot',
		{ genText: 'a', refAudio: 'QUJD'.repeat(100) },
		{ gen_text: 'a', ref_audio: 'QUJD'.repeat(100) },
	],
	[
		'JSON for a task without known fields',
		'ace-step',
		'Qubico/ace-step:edit',
		{ input: '{"a":[1]}' },
		{ a: [1] },
	],
];

const lists: Array<[string, unknown, string[]]> = [
	[
		'commas',
		'https://example.com/a.png, https://example.com/b.png',
		['https://example.com/a.png', 'https://example.com/b.png'],
	],
	[
		'commas without spaces',
		'https://example.com/a.png,https://example.com/b.png',
		['https://example.com/a.png', 'https://example.com/b.png'],
	],
	[
		'line breaks',
		'https://example.com/a.png\n https://example.com/b.png \n',
		['https://example.com/a.png', 'https://example.com/b.png'],
	],
	[
		'commas inside a URL',
		'https://example.com/w_300,h_200/a,b.png',
		['https://example.com/w_300,h_200/a,b.png'],
	],
	['an array', ['https://example.com/a.png', ''], ['https://example.com/a.png']],
	[
		'JSON',
		'["https://example.com/a.png","https://example.com/b.png"]',
		['https://example.com/a.png', 'https://example.com/b.png'],
	],
];

const refused: Array<[string, string, Record<string, unknown>, string]> = [
	['flux', SCHNELL, {}, '"Prompt" is empty: fill it in'],
	['flux', SCHNELL, { prompt: '  ' }, '"Prompt" is empty: fill it in'],
	['flux', SCHNELL, { prompt: ['a'] }, '"Prompt" takes text, but got a list'],
	['flux', SCHNELL, { prompt: 'a', width: 'wide' }, '"Width" takes a number, such as 1024'],
	['flux', SCHNELL, { prompt: 'a', width: NaN }, '"Width" takes a number, such as 1024'],
	['flux', SCHNELL, { prompt: 'a', width: 'Infinity' }, '"Width" takes a number, such as 1024'],
	[
		'flux',
		SCHNELL,
		{ prompt: 'a', steps: 1.5 },
		'"Steps" takes a whole number, but got 1.5: round it',
	],
	[
		'flux',
		SCHNELL,
		{ prompt: 'a', steps: 41 },
		'"Steps" must be at least 0 and at most 40, but got 41: change it',
	],
	[
		'flux',
		SCHNELL,
		{ prompt: 'a', width: 1025, height: 1024 },
		'"Width" times "Height" may be at most 1048576 pixels: lower one of them',
	],
	[
		'flux',
		REDRAW,
		{ prompt: 'a', image: 'data', denoise: 0 },
		'"Denoise" must be more than 0 and at most 1, but got 0: change it',
	],
	[
		'flux',
		REDRAW,
		{ prompt: 'a', image: 'data:image/png;base64,AAAA' },
		'"Image" takes no inline data: put the file in a binary field of the incoming item and name that field, or give its URL',
	],
	['flux', REDRAW, { prompt: 'a', image: 'https://' }, '"Image" is not a complete URL: https://'],
	['flux', `${FLUX}:txt2img-lora`, { prompt: 'a' }, '"LoRA" is empty: fill it in'],
	[
		'flux',
		`${FLUX}:txt2img-lora`,
		{ prompt: 'a', loraSettings: { item: {} } },
		'"LoRA" is empty: fill it in',
	],
	[
		'flux',
		`${FLUX}:txt2img-lora`,
		{ prompt: 'a', loraSettings: 'anime' },
		'"LoRA" takes a group of fields or a JSON object',
	],
	[
		'flux',
		`${FLUX}:txt2img-lora`,
		{ prompt: 'a', loraSettings: { item: { loraType: 'anime', loraStrength: 2 } } },
		'"LoRA": "LoRA Strength" must be at least 0.1 and at most 1, but got 2: change it',
	],
	[
		'flux',
		`${FLUX}:txt2img-lora`,
		{ prompt: 'a', loraSettings: [{ loraType: 'art' }, { loraType: 'anime' }] },
		'"LoRA" takes at most 1, but got 2: remove some',
	],
	[
		'suno',
		'music-s:generate_music_custom',
		{ prompt: 'la', title: 'x'.repeat(81) },
		'"Title" may have at most 80 characters, but has 81: shorten it',
	],
	[
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', duration: 8 },
		'"Duration" does not know 8: use one of 4s, 6s, 8s',
	],
	[
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', generateAudio: 'maybe' },
		'"Generate Audio" takes true or false',
	],
	[
		'veo',
		'veo3:veo3-video',
		{ prompt: 'a', tailImageUrl: 'data' },
		'"Tail Image URL" needs "Image URL": fill in both, or leave "Tail Image URL" out',
	],
	['kling', 'kling:video_generation', {}, 'Fill in "Prompt" or "Image URL"'],
	[
		'kling',
		'kling:video_generation:elements',
		{ prompt: 'a', elements: 'a,b,c,d,e' },
		'"Elements" takes at most 4, but got 5: remove some',
	],
	[
		'kling',
		'kling:video_generation:elements',
		{ prompt: 'a', elements: 7 },
		'"Elements" takes a list, or text separated by commas',
	],
	[
		'kling',
		'kling:video_generation:3.0',
		{
			prompt: 'a',
			multiShots: {
				item: [
					{ prompt: 'b', duration: 10 },
					{ prompt: 'c', duration: 6 },
				],
			},
		},
		'"Shots" adds up to 16 seconds, the limit is 15: shorten some entries',
	],
	[
		'kling',
		'kling:video_generation:3.0',
		{ prompt: 'a', multiShots: { item: [{ prompt: 'b' }, { duration: 6 }] } },
		'"Shots" 2: "Prompt" is empty: fill it in',
	],
	[
		'kling',
		'kling:effects',
		{ imageUrl: 'data', effect: 'rocket' },
		'"Prompt" is needed when "Effect" is rocket',
	],
	[
		'kling',
		'kling:ai_try_on',
		{ modelInput: 'data', dressInput: 'data', lowerInput: 'data' },
		'"Dress" cannot go with "Lower Garment": leave one side out',
	],
	[
		'kling',
		'kling:video_generation:motion-brush',
		{ imageUrl: 'data', motionBrush: { item: { maskUrl: 'data', dynamicMasks: '[{' } } },
		'"Motion Brush": "Dynamic Masks" is not valid JSON: check its quotes, commas and brackets',
	],
	[
		'luma',
		'luma:extend_video',
		{ prompt: 'a', keyFrames: { item: [{ url: '' }] } },
		'"Source": "URL" is empty: fill it in',
	],
	[
		'midjourney',
		'midjourney:inpaint',
		{ originTaskId: '1', prompt: 'a', mask: 'https://example.com/m.png' },
		'"Mask" takes no URL: name a binary field of the incoming item that holds the file',
	],
	[
		'ace-step',
		'Qubico/ace-step:edit',
		{ input: '[1]' },
		'"Input" must be a JSON object, such as {"prompt": "A lighthouse"}',
	],
	[
		'ace-step',
		'Qubico/ace-step:edit',
		{ input: '{' },
		'"Input" is not valid JSON: check its quotes, commas and brackets',
	],
	[
		'ace-step',
		'Qubico/ace-step:edit',
		{},
		'"Input" must be a JSON object, such as {"prompt": "A lighthouse"}',
	],
];

describe('buildInput', () => {
	it.each(inputs)('sends %s (%s %s)', (_, family, id, values, input) => {
		expect(build(family, id, values)).toEqual({ input, binaries: [] });
	});

	it.each(lists)('reads a list from %s', (_, given, urls) => {
		const built = build('gemini', 'gemini:nano-banana-2', { prompt: 'a', imageUrls: given });
		expect(built).toEqual({ input: { prompt: 'a', image_urls: urls }, binaries: [] });
	});

	it.each(refused)('refuses, for %s %s, %j: %s', (family, id, values, problem) => {
		expect(build(family, id, values)).toEqual({ problem });
	});

	it('takes what is no URL for a binary field, wherever it stands', async () => {
		const built = build('flux', `${FLUX}:controlnet-lora`, {
			prompt: 'a',
			controlNetSettings: { item: { controlType: 'depth', controlImage: ' my file ' } },
		});
		expect(built).toMatchObject({
			binaries: [
				{
					path: ['control_net_settings', 0, 'control_image'],
					field: 'my file',
					label: 'Control Image',
					media: { kind: 'image', accepts: 'url' },
				},
			],
		});
	});

	it('puts the URLs of uploaded files in their places, and nothing else', async () => {
		const built = build('kling', 'kling:video_generation:elements', {
			prompt: 'data',
			elements: 'data, https://example.com/b.png,data_1',
		});
		if ('problem' in built) throw new Error(built.problem);
		const input = await placeBinaries(
			built.input,
			built.binaries,
			async ({ field }) => `https://files.example.com/${field}`,
		);
		expect(input).toEqual({
			prompt: 'data',
			version: '1.6',
			elements: [
				{ image_url: 'https://files.example.com/data' },
				{ image_url: 'https://example.com/b.png' },
				{ image_url: 'https://files.example.com/data_1' },
			],
		});
		expect(built.input).toMatchObject({
			elements: [{ image_url: 'data' }, {}, { image_url: 'data_1' }],
		});
	});

	it('takes any JSON object for a custom task', () => {
		expect(buildInput(customTask('m', 't'), { input: { a: 1 } })).toEqual({
			input: { a: 1 },
			binaries: [],
		});
	});
});

describe('taskValues', () => {
	it('reads the fields in front and the additional ones, and asks for no others', () => {
		const form: Record<string, unknown> = {
			prompt: 'a',
			additionalFields: { steps: 4, prompt: 'b' },
		};
		const asked: string[] = [];
		const values = taskValues(findTask('flux', SCHNELL) as Task, (name: string) => {
			asked.push(name);
			return form[name];
		});
		expect(values).toEqual({ prompt: 'a', steps: 4 });
		expect(asked.sort()).toEqual(['additionalFields', 'prompt']);
	});

	it('reads only the JSON of a task without known fields', () => {
		const values = taskValues(customTask('m', 't'), (name: string) =>
			name === 'input' ? '{}' : 'x',
		);
		expect(values).toEqual({ input: '{}' });
	});

	it('does not ask for additional fields where the form has none', () => {
		const asked: string[] = [];
		taskValues(findTask('aihug', 'Qubico/hug-video:image_to_video') as Task, (name: string) => {
			asked.push(name);
			return 'data';
		});
		expect(asked).toEqual(['imageUrl']);
	});
});

describe('findTask', () => {
	it.each([
		['flux', 'no such task'],
		['no such family', SCHNELL],
		['kling', SCHNELL],
		['__proto__', 'constructor'],
	])('knows no %s %s', (family, id) => {
		expect(findTask(family, id)).toBeUndefined();
	});
});

/** A value that satisfies an input, as the form or an expression gives it. */
const valid = (input: Input): fc.Arbitrary<unknown> => {
	const { min = 0, max = 100, exclusiveMin } = input;
	switch (input.type) {
		case 'integer':
			return fc.integer({ min, max }).chain((n) => fc.constantFrom(n, String(n)));
		case 'number':
			return fc.double({ min, max, minExcluded: Boolean(exclusiveMin), noNaN: true });
		case 'boolean':
			return fc.constantFrom(true, false, 'true', 'false');
		case 'choice':
			return fc.constantFrom(...(input.options ?? []).map(({ value }) => value));
		case 'strings':
			return fc.array(fc.constantFrom('data', 'https://example.com/a.png'), {
				minLength: 1,
				maxLength: 3,
			});
		case 'json':
			return fc.constant('[]');
		case 'object':
		case 'objects':
			return formOf(input.items ?? []).map((item) => ({ item }));
		default:
			return fc.constant(input.media?.accepts === 'base64' ? 'data' : 'https://example.com/a.png');
	}
};

const formOf = (list: Input[]): fc.Arbitrary<Record<string, unknown>> => {
	const shown = list.flatMap((input) => (input.type === 'inline' ? (input.items ?? []) : [input]));
	const asked = shown.filter(({ type }) => type !== 'fixed');
	return fc.record(
		Object.fromEntries(asked.map((input) => [parameterName(input.name), valid(input)])),
	);
};

const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });

const everyTask: Array<[string, Task]> = families.flatMap(({ name, tasks }) =>
	tasks.filter(({ json }) => !json).map((task): [string, Task] => [`${name} ${task.id}`, task]),
);

describe('buildInput for every task', () => {
	it.each(everyTask)(
		'%s: accepts what is within the limits, or names a rule between fields',
		(_, task) => {
			fc.assert(
				fc.property(formOf(task.inputs), (values) => {
					const built = buildInput(task, values as never);
					if ('problem' in built) {
						expect(task.rules?.length).toBeGreaterThan(0);
						expect(built.problem).toMatch(/cannot go with|times|adds up/);
						return;
					}
					expect(Object.keys(built.input).sort()).toEqual(
						task.inputs.map(({ name }) => name).sort(),
					);
					for (const { name, type } of task.inputs) {
						if (type === 'integer' || type === 'number')
							expect(typeof built.input[name]).toBe('number');
						if (type === 'boolean') expect(typeof built.input[name]).toBe('boolean');
					}
				}),
				{ numRuns: 25 },
			);
		},
	);

	it.each(everyTask)('%s: answers whatever it is given', (_, task) => {
		const names = task.inputs.map(({ name }) => parameterName(name));
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('x', ...names), anything), (values) => {
				const built = buildInput(task, values as never);
				if ('problem' in built) expect(built.problem).toMatch(/"[^"]+"/);
				else expect(Object.values(built.input)).not.toContain(undefined);
			}),
			{ numRuns: 50 },
		);
	});
});
