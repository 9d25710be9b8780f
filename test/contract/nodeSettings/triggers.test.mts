import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, IPinData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../tools/sandbox/index.mts';
import { createHost } from '../harness/createHost.mts';
import { installMemoryRecords } from '../harness/memoryRecords.mts';
import type { NodeUnderTest } from '../harness/workflowOf.mts';
import { credentialFor } from '../support/pipevestHost.mts';

const PROVIDERS = ['piapi', 'pi', 'pipai', 'pipevest', 'livekit'] as const;
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: [...PROVIDERS], timeScale: 0.01 });
});
afterEach(async () => {
	await host.close();
	records.clear();
	for (const provider of PROVIDERS) sandbox[provider].reset();
});
afterAll(async () => await sandbox.close());

/** Stands in every delivered body; in an item it is unconfirmed data. */
const DELIVERED = 'https://delivered.example/x.png';

interface Trigger {
	type: string;
	/** What `webhook()` hands on: an authentic event that was claimed. */
	accepted: { type: string; id: string; body: IDataObject };
	/** Where the node asks for the truth, and what it is told there. */
	confirm?: { provider: 'piapi' | 'pi'; path: string; answer: object };
}

const job = { id: 'job-1', type: 'ad', status: 'completed' };
const task = { task_id: 'task-1', status: 'completed', model: 'm', task_type: 't' };

const TRIGGERS: Record<string, Trigger> = {
	Pi: {
		type: 'piTrigger',
		accepted: {
			type: 'job.completed',
			id: 'evt-1',
			body: { id: 'evt-1', type: 'job.completed', data: { job: { ...job, output: DELIVERED } } },
		},
		confirm: { provider: 'pi', path: '/jobs/job-1', answer: { data: job } },
	},
	PiAPI: {
		type: 'piapiTrigger',
		accepted: {
			type: 'completed',
			id: 'task-1',
			body: { timestamp: 1_700_000_000, data: { ...task, output: { image_url: DELIVERED } } },
		},
		confirm: { provider: 'piapi', path: '/task/task-1', answer: { code: 200, data: task } },
	},
	PipAI: {
		type: 'pipaiTrigger',
		accepted: {
			type: 'order.filled',
			id: 'evt-1',
			body: { id: 'evt-1', type: 'order.filled', data: { at: DELIVERED } },
		},
	},
	Pipevest: {
		type: 'pipevestTrigger',
		accepted: {
			type: 'PAYMENT.DONE',
			id: 'evt-1',
			body: { event: 'PAYMENT.DONE', eventId: 'evt-1', data: { at: DELIVERED } },
		},
	},
	LiveKit: {
		type: 'liveKitTrigger',
		accepted: {
			type: 'room_finished',
			id: 'evt-1',
			body: { event: 'room_finished', id: 'evt-1', room: { name: DELIVERED } },
		},
	},
	'Signed Webhook': {
		type: 'signedWebhookTrigger',
		accepted: {
			type: 'job.done',
			id: 'evt-1',
			body: { id: 'evt-1', type: 'job.done', at: DELIVERED },
		},
	},
};

async function open(
	{ type, confirm }: Trigger,
	settings: Partial<NodeUnderTest> = {},
	pinData?: IPinData,
) {
	const { piapi, pi, pipai, pipevest, livekit } = sandbox;
	const options = confirm ? { confirm: true } : {};
	host = await createHost({
		nodes: [{ type, parameters: { events: ['*'], options }, ...settings }],
		pinData,
		credentials: {
			piapiApi: { apiKey: piapi.apiKey, baseUrl: piapi.url, uploadUrl: piapi.uploadUrl },
			piApi: { apiKey: pi.apiKey, baseUrl: pi.url },
			pipaiApi: { apiKey: pipai.apiKey, apiSecret: pipai.apiSecret, baseUrl: pipai.url },
			pipevestApi: credentialFor(pipevest),
			liveKitApi: { apiKey: livekit.apiKey, apiSecret: livekit.apiSecret },
			signedWebhookApi: { secret: 'a secret' },
		},
	});
}

/** Lets the API refuse the first looks, and tell the truth from then on. */
function answerLooks({ confirm }: Trigger, refusals: number) {
	if (!confirm) return;
	const { provider, path, answer } = confirm;
	const look = { on: 'endpoint', method: 'GET', path, kind: 'status' } as const;
	if (refusals > 0) sandbox[provider].fault({ ...look, status: 400, times: refusals });
	sandbox[provider].fault({ ...look, status: 200, text: JSON.stringify(answer) });
}

const run = async ({ accepted }: Trigger) =>
	await host.start([[{ json: { ...accepted, key: 'key-1' } }]]);
const eventsIn = (items: Array<{ json: IDataObject }>) =>
	items.filter(({ json }) => json.event !== undefined);

describe.each(Object.entries(TRIGGERS))('%s', (_name, trigger) => {
	it('Retry On Fail emits the event, whatever failed at first', async () => {
		await open(trigger, { retryOnFail: true });
		answerLooks(trigger, 1);
		records.failNext(1);
		const { error, items } = await run(trigger);
		expect(error).toBeUndefined();
		expect(eventsIn(items)).toHaveLength(1);
	});

	it.each(['Execute Once', 'Always Output Data'])('%s emits the event once', async (setting) => {
		const key = setting === 'Execute Once' ? 'executeOnce' : 'alwaysOutputData';
		await open(trigger, { [key]: true });
		answerLooks(trigger, 0);
		const [first, repeated] = [await run(trigger), await run(trigger)];
		expect(eventsIn(first.items)).toHaveLength(1);
		// With Always Output Data n8n goes on with an empty item.
		expect(eventsIn(repeated.items)).toEqual([]);
		expect(JSON.stringify(repeated.items)).not.toContain(DELIVERED);
	});

	it.each(['retry', 'manual'] as const)(
		'an execution that the user runs again (%s) emits the event again',
		async (mode) => {
			await open(trigger);
			answerLooks(trigger, 0);
			const first = await run(trigger);
			expect(eventsIn((await host.again(first, mode)).items)).toHaveLength(1);
		},
	);

	it('pinned data goes on as it is, and nothing is recorded', async () => {
		const pinned = [{ json: { event: 'pinned' } }];
		await open(trigger, {}, { [trigger.type]: pinned });
		const before = records.calls();
		const items = [[{ json: { ...trigger.accepted, key: 'key-1' } }]];
		expect((await host.start(items, 'manual')).items).toMatchObject(pinned);
		expect(records.calls()).toBe(before);
	});
});

const CONFIRMING = Object.entries(TRIGGERS).filter(([, { confirm }]) => confirm);

describe.each(CONFIRMING)('%s, when the event cannot be confirmed', (_name, trigger) => {
	it('On Error: Stop ends the run, and the event is new to a later delivery', async () => {
		await open(trigger);
		answerLooks(trigger, 1);
		const { error, items } = await run(trigger);
		expect(error?.message).toBeDefined();
		expect(items).toEqual([]);
		expect(eventsIn((await run(trigger)).items)).toHaveLength(1);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s gives an item that names the event, and nothing unconfirmed',
		async (onError) => {
			await open(trigger, { onError });
			answerLooks(trigger, 1);
			const { items } = await run(trigger);
			expect(items).toHaveLength(1);
			const [{ json }] = items;
			expect(String(json.error)).not.toBe('undefined');
			expect(json.details).toMatchObject({ eventId: trigger.accepted.id });
			expect(JSON.stringify(items)).not.toContain(DELIVERED);
			expect(eventsIn((await run(trigger)).items)).toHaveLength(1);
		},
	);
});
