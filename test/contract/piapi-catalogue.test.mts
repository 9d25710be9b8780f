import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { buildInput } from '../../dist/nodes/Piapi/catalogue/buildInput.js';
import { families } from '../../dist/nodes/Piapi/catalogue/index.js';
import type { Task } from '../../dist/nodes/Piapi/catalogue/types.js';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { samples } from '../../tools/sandbox/shared/files/samples.mts';
import { createHost } from './harness/createHost.mts';
import type { Execution } from './harness/executions.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { formsOf, type Form } from './support/catalogueForms.mts';
import { jsonOf, runPiapi } from './support/runPiapi.mts';

interface Order {
	family: string;
	task: Task;
	form: Form;
	execution?: Execution;
}

const AT_A_TIME = 8;

/** Tasks whose result is a text, no file. */
const TEXT = [
	'midjourney:describe',
	'midjourney:seed',
	'music-u:generate_lyrics',
	'Qubico/joycaption:joycaption-beta-one',
];

const orders: Order[] = families.flatMap(({ name, tasks }) =>
	tasks.flatMap((task) => {
		const { least, most } = formsOf(task);
		return [least, most].map((form): Order => ({ family: name, task, form }));
	}),
);
const everyTask = orders
	.filter((_, index) => index % 2 === 0)
	.map(({ family, task }): [string, Task] => [`${family}: ${task.id}`, task]);
const ordersOf = (task: Task) => orders.filter((order) => order.task === task);

installMemoryRecords();
let sandbox: Sandbox;
const results = new Map<string, INodeExecutionData>();

const file = (extension: string, mimeType: string) => ({
	data: samples[extension].bytes.toString('base64'),
	mimeType,
	fileName: `file.${extension}`,
	fileExtension: extension,
});
const binary = {
	image: file('png', 'image/png'),
	video: file('mp4', 'video/mp4'),
	audio: file('mp3', 'audio/mpeg'),
};

/** Every task with both forms, once with URLs and once with binary fields; a trigger takes the callbacks. */
beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.001 });
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	const trigger = await createHost({
		nodes: [{ type: 'piapiTrigger', parameters: { events: ['*'], options: { download: true } } }],
		credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl } },
	});
	const create = async (order: Order) => {
		const { family, task, form } = order;
		const chosen = { resource: 'task', operation: 'create', family, task: task.id };
		const notify = { completion: 'notify', notifyUrl: trigger.webhookUrl() };
		order.execution = await runPiapi(
			sandbox.piapi,
			{ ...chosen, ...form.parameters, ...notify },
			{ items: [{ binary: false }, { binary: true }], binary },
		);
	};
	const queue = [...orders];
	const work = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) await create(next);
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, work));
	await sandbox.piapi.idle({ timeoutMs: 30_000 });
	for (const execution of trigger.executions) {
		const { items } = await trigger.settled(execution, 'success', 'error');
		for (const item of items) results.set(String(item.json.jobId), item);
	}
	await trigger.close();
});
afterAll(async () => await sandbox.close());

/** What stands at a path such as `works[].video.resource` or `clips.*.audio_url`. */
function at(output: unknown, path: string): unknown[] {
	return path
		.replace(/\[\]/g, '.*')
		.split('.')
		.reduce<unknown[]>(
			(places, key) =>
				places.flatMap((place) => {
					if (typeof place !== 'object' || place === null) return [];
					return key === '*' ? Object.values(place) : [(place as IDataObject)[key]];
				}),
			[output],
		);
}

const created = (task: Task) =>
	ordersOf(task).flatMap(({ execution, form }) =>
		jsonOf(execution as Execution).map((json, index) => ({
			id: String(json.jobId),
			input: form.inputs[index],
		})),
	);

describe('every task of the catalogue', () => {
	it.each(everyTask)(
		'%s is created as its form says, media as URLs or from binary fields',
		(_, task) => {
			const made = created(task);
			expect(made).toHaveLength(4);
			for (const { id, input } of made) {
				const { model, taskType, input: sent } = sandbox.piapi.task({ id });
				expect({ model, taskType, input: sent }).toEqual({
					model: task.model,
					taskType: task.taskType,
					input,
				});
			}
		},
	);

	it.each(everyTask)('%s starts a workflow with its results as files', (_, task) => {
		for (const { id } of created(task)) {
			const item = results.get(id);
			expect(item?.json).toMatchObject({ event: 'completed', jobId: id, error: null });
			expect(item?.json).not.toHaveProperty('downloadProblems');
			const urls = item?.json.resultUrls as string[];
			expect(urls.length === 0).toBe(TEXT.includes(task.id));
			const types = Object.values(item?.binary ?? {}).map(({ mimeType }) => mimeType);
			expect(types).toEqual(urls.map((url) => samples[url.split('.').at(-1) ?? ''].type));

			const named = task.outputs.flatMap((path) => at(item?.json.output, path)).filter(Boolean);
			if (urls.length > 0 && task.outputs.length > 0)
				expect(JSON.stringify(named)).toContain(urls[0]);
		}
	});

	it.each(everyTask.filter(([, { json }]) => !json))(
		'%s is refused without what it needs, here and by PiAPI',
		async (_, task) => {
			expect(buildInput(task, {})).toHaveProperty('problem');
			const custom = { family: 'custom', model: task.model, taskType: task.taskType, input: '{}' };
			const { error } = await runPiapi(sandbox.piapi, {
				resource: 'task',
				operation: 'create',
				completion: 'none',
				...custom,
			});
			expect(error?.message).toMatch(/PiAPI refused/);
			expect(error?.description).toMatch(/ is required$/);
		},
	);
});
