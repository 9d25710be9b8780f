import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IDataObject, type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { nodes } from './harness/builtPackage.mts';
import { choicesOf } from './support/formFields.mts';
import { piRun } from './support/piRun.mts';

const ID = '2f1c9a52-6a2e-4a3c-9d0e-0a4f5b7c8d9e';
const PNG = { data: Buffer.from('a png').toString('base64'), mimeType: 'image/png' };
/** Stands for a job that is done, so that there is something to read. */
const DONE = '{done}';
/** Seen in the pace of a run or in what becomes of a failure, not in its requests. */
const ELSEWHERE = [
	...['concurrency', 'maxWait', 'separateFailed', 'mode'],
	...['checkEvery', 'goOnWhen', 'goOnCount', 'onUnfinished'],
];

const { description } = nodes.find((node) => node.description.name === 'pi')!;
const prompt = 'a cup';

/** The least that each operation asks for. */
const LEAST: Array<[resource: string, operation: string, parameters?: IDataObject]> = [
	['ad', 'generate', { prompt }],
	['avatar', 'generate', { prompt }],
	['avatar', 'get', { avatarId: ID }],
	['avatar', 'getMany'],
	['avatar', 'save', { jobId: DONE }],
	['brand', 'extract', { url: 'https://example.com' }],
	['brand', 'get', { brandId: ID }],
	['brand', 'getMany'],
	['brand', 'project', { brandId: ID, useCase: 'ad' }],
	['campaign', 'edit', { prompt, sourceJobId: DONE }],
	['campaign', 'generate', { prompt }],
	['campaign', 'localize', { prompt, sourceJobId: DONE, targetCulture: 'Japan' }],
	['customJob', 'create', { path: '/robots/run', body: '{"robot_id":"a","task":"patrol"}' }],
	['health', 'analyze', { input: { mimeType: 'text/csv' } }],
	['health', 'riskPriority', { input: { imageData: '1' } }],
	['image', 'generate', { prompt }],
	['job', 'get', { jobId: DONE }],
	['job', 'wait', { jobId: DONE }],
	['neuro', 'decode', { input: { device: 'a' } }],
	['run', 'create'],
	['run', 'get', { runId: ID }],
	['voiceAgent', 'create', { agent: '{"name":"a"}' }],
	['voiceAgent', 'delete', { agentId: ID }],
	['voiceAgent', 'get', { agentId: ID }],
	['voiceAgent', 'getMany'],
	['voiceAgent', 'update', { agentId: ID, agent: '{"name":"a"}' }],
	['voiceSession', 'complete', { sessionId: ID }],
	['voiceSession', 'create', { agentId: ID, participant: 'a' }],
	['voiceSession', 'get', { sessionId: ID }],
	['webhook', 'disable', { webhookId: ID }],
	['webhook', 'enable', { webhookId: ID }],
	['webhook', 'getMany', { limit: 1 }],
	['webhook', 'register', { endpointUrl: 'https://example.com/a', secret: 'a secret' }],
];

let sandbox: Sandbox;
let done: string;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pi'], timeScale: 0.001 });
	done = sandbox.pi.start({ type: 'campaign_ad_generation', behaviour: { hold: true } });
	sandbox.pi.finish({ id: done });
	const register = { resource: 'webhook', operation: 'register', secret: 'a secret' };
	for (const endpointUrl of ['https://example.com/a', 'https://example.com/b'])
		await piRun(sandbox.pi, { ...register, endpointUrl });
});
afterAll(async () => await sandbox.close());

/** Something else than what the field holds at first. */
function another(field: INodeProperties): IDataObject[string] {
	const { type, typeOptions = {}, default: first } = field;
	const choice = choicesOf(field).find(({ value }) => value !== first) ?? choicesOf(field)[0];
	if (choice) return choice.value;
	if (type === 'boolean') return !first;
	if (type === 'number') return Number(first) === 61 ? 62 : 61;
	if (type === 'json') return '{"key":"value"}';
	return typeOptions.multipleValues ? ['data'] : 'data';
}

/** Each field that is shown with these parameters, changed alone; of a group each of its own. */
function changes(parameters: IDataObject): Array<[path: string, changed: IDataObject]> {
	const shown = description.properties.filter(
		(field) =>
			!['resource', 'operation'].includes(field.name) &&
			NodeHelpers.displayParameter(parameters as never, field, { typeVersion: 1 }, description),
	);
	return shown.flatMap((field): Array<[string, IDataObject]> => {
		if (field.type !== 'collection')
			return [[field.name, { ...parameters, [field.name]: another(field) }]];
		const members = (field.options as INodeProperties[]).filter(
			({ name }) => !ELSEWHERE.includes(name),
		);
		return members.map((member) => {
			const group = { ...(parameters[field.name] as IDataObject), [member.name]: another(member) };
			return [`${field.name}.${member.name}`, { ...parameters, [field.name]: group }];
		});
	});
}

/** What Pi is asked for, and which fields come of it. */
async function seen(parameters: IDataObject) {
	const before = sandbox.pi.requests().length;
	const { items } = await piRun(sandbox.pi, parameters, { binary: { data: PNG } });
	const requests = sandbox.pi.requests().slice(before);
	return {
		requests: requests.map(({ method, path, query, body }) => [method, path, query, body]),
		fields: items.map(({ json }) => Object.keys(json)),
	};
}

it('knows what every operation asks for', () => {
	const operations = description.properties.filter(({ name }) => name === 'operation');
	const all = operations.flatMap((field) =>
		choicesOf(field).map(({ value }) => [field.displayOptions?.show?.resource?.[0], value]),
	);
	expect(LEAST.map(([resource, operation]) => [resource, operation])).toEqual(
		expect.arrayContaining(all),
	);
});

describe.each(LEAST)('%s: %s', (resource, operation, least = {}) => {
	it('has no field that does nothing', async () => {
		const parameters = {
			...{ resource, operation },
			...(JSON.parse(JSON.stringify(least).replace(DONE, done)) as IDataObject),
		};
		const usual = await seen(parameters);
		expect(usual.requests).not.toEqual([]);
		const idle: string[] = [];
		for (const [path, changed] of changes(parameters)) {
			const { requests, fields } = await seen(changed);
			if (JSON.stringify({ requests, fields }) === JSON.stringify(usual)) idle.push(path);
		}
		expect(idle).toEqual([]);
	});
});
