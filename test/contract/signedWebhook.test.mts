import { afterEach, describe, expect, it } from '@jest/globals';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { ACCEPTED, DUPLICATE, IGNORED, openHost, type SignedHost } from './support/signedHost.mts';
import { signedSenders, type SignedSender } from './support/signedSenders.mts';

const records = installMemoryRecords();
let host: SignedHost;
afterEach(async () => {
	await host.close();
	records.clear();
});

const senderOf = (name: string) => signedSenders.find((one) => one.name === name) as SignedSender;
const open = async (name: string, ...more: [object?, Record<string, string>?]) =>
	(host = await openHost(senderOf(name), ...(more as [])));

describe.each(signedSenders)('$name', (sender) => {
	it('starts one run with the simplified event', async () => {
		host = await openHost(sender);
		expect(await host.deliver()).toEqual(ACCEPTED);
		const [{ json }] = await host.itemsOf();
		expect(json).toMatchObject({ event: 'job.completed', eventId: 'evt-1' });
		expect(JSON.stringify(json.data)).toContain('ü, 漢');
		const times = [null, expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/)];
		expect(times).toContainEqual(json.occurredAt);
	});

	it('gives the body as delivered when not simplified', async () => {
		host = await openHost(sender, { simplify: false });
		await host.deliver({ id: 'evt-2', type: 'a.b' });
		expect((await host.itemsOf())[0].json).toEqual(sender.body('evt-2', 'a.b'));
	});

	it('starts no second run on a redelivery, at once, in a crowd or after a restart', async () => {
		host = await openHost(sender);
		const crowd = await Promise.all(Array.from({ length: 50 }, async () => await host.deliver()));
		expect(crowd.filter(({ answer }) => isAccepted(answer))).toEqual([ACCEPTED]);
		expect(crowd.filter((reply) => !isAccepted(reply.answer))).toEqual(Array(49).fill(DUPLICATE));
		await host.itemsOf();
		expect(host.executions).toHaveLength(1);
		const restarted = await host.again(host.executions[0], 'webhook');
		expect(restarted).toMatchObject({ status: 'success', items: [] });
	});

	it('takes another event with the same body for another event', async () => {
		const body = Buffer.from(JSON.stringify(sender.body('evt-1', 'a.b')));
		host = await openHost(sender);
		expect(await host.deliver({ body, type: 'a.b' })).toEqual(ACCEPTED);
		expect(await host.deliver({ body, type: 'a.b', id: 'evt-2' })).toEqual(
			sender.idInHeader ? ACCEPTED : DUPLICATE,
		);
	});

	it('starts a run on each delivery when duplicates are let through', async () => {
		host = await openHost(sender, { options: { deduplicateBy: 'off' } });
		expect(await host.deliver()).toEqual(ACCEPTED);
		expect(await host.deliver()).toEqual(ACCEPTED);
	});

	it('lets the next delivery take over when a run could not be stored', async () => {
		host = await openHost(sender);
		host.refuseNext(1);
		expect((await host.deliver()).status).toBe(500);
		expect(await host.deliver()).toEqual(ACCEPTED);
	});

	it('delivers to the test URL beside production', async () => {
		host = await openHost(sender);
		host.listen(true);
		expect(await host.hook('create')).toBe(true);
		expect(await host.deliver()).toEqual(ACCEPTED);
		host.listen(false);
		expect(await host.deliver()).toEqual(ACCEPTED);
		expect(host.executions.map(({ mode }) => mode)).toEqual(['manual', 'webhook']);
	});

	it('can be published as it is', async () => {
		host = await openHost(sender);
		expect(await host.hook('checkExists')).toBe(true);
		expect(await host.hook('delete')).toBe(true);
	});
});

const isAccepted = (answer: unknown) => (answer as { status?: string }).status === 'accepted';

describe('events', () => {
	it.each([
		['*', true],
		['job.completed', true],
		['job.*', true],
		['*.completed', true],
		['j*.com*d', true],
		['other, job.*', true],
		[['other', 'job.completed'], true],
		['job', false],
		['job.completed.*', false],
		['*completed*completed', false],
		['Job.Completed', false],
	])('%j asks for job.completed: %j', async (events, asked) => {
		await open('Standard Webhooks', { events });
		expect(await host.deliver()).toEqual(asked ? ACCEPTED : IGNORED);
	});

	it('are told apart by their type although their ids are equal', async () => {
		await open('Shopify');
		expect(await host.deliver({ type: 'products/update' })).toEqual(ACCEPTED);
		expect(await host.deliver({ type: 'inventory_items/update' })).toEqual(ACCEPTED);
	});

	it('have their id and type where the user says', async () => {
		await open('GitHub', {
			eventIdFrom: 'body',
			eventIdName: 'runs.0.id',
			eventTypeFrom: 'header',
			eventTypeName: 'x-kind',
			events: 'deploy',
		});
		const body = Buffer.from('{"runs":[{"id":17}]}');
		const headers = (signed: Array<[string, string]>) => [...signed, ['X-Kind', 'deploy']] as never;
		expect(await host.deliver({ body, headers })).toEqual(ACCEPTED);
		expect(await host.deliver({ body, headers, id: 'evt-2' })).toEqual(DUPLICATE);
		expect((await host.itemsOf())[0].json).toMatchObject({ event: 'deploy', eventId: '17' });
	});

	it('without an id are refused with the remedy, for a redelivery could not be told', async () => {
		await open('Stripe');
		expect(await host.deliver({ body: Buffer.from('{"type":"a.b"}') })).toEqual({
			status: 400,
			answer: { error: expect.stringMatching(/"id" of the body.*Deduplicate By/) },
		});
	});

	it('are not let in again with an unsigned id beside the signed one', async () => {
		await open('Standard Webhooks, svix-*');
		expect(await host.deliver()).toEqual(ACCEPTED);
		const headers = (signed: Array<[string, string]>) =>
			[['webhook-id', 'fresh'], ...signed] as never;
		expect(await host.deliver({ headers })).toEqual(DUPLICATE);
	});
});

describe('Slack', () => {
	const challenge = Buffer.from('{"token":"t","challenge":"3eZbrw1aB","type":"url_verification"}');

	it('has its challenge answered when it is signed, and no run is started', async () => {
		await open('Slack');
		expect(await host.deliver({ body: challenge })).toEqual({
			status: 200,
			answer: { challenge: '3eZbrw1aB' },
		});
		expect(host.executions).toHaveLength(0);
	});

	it.each([
		['forged', { secret: 'another' }],
		['old', { at: Date.now() - 400_000 }],
	])('has a challenge that is %s refused', async (_, otherwise) => {
		await open('Slack');
		const { status, answer } = await host.deliver({ body: challenge, ...otherwise });
		expect({ status, text: JSON.stringify(answer) }).toEqual({
			status: 401,
			text: expect.not.stringContaining('3eZbrw1aB'),
		});
	});

	it('commands are forms, signed as they are, and answered with nothing that the channel would show', async () => {
		await open('Slack', { simplify: false });
		const body = Buffer.from('token=t&command=%2Fdeploy&text=a+b&trigger_id=1.2&user=a&user=b');
		const form = { body, contentType: 'application/x-www-form-urlencoded' };
		const empty = { status: 200, answer: undefined };
		expect([await host.deliver(form), await host.deliver(form)]).toEqual([empty, empty]);
		expect(host.executions).toHaveLength(1);
		expect((await host.itemsOf())[0].json).toEqual({
			token: '[redacted]',
			command: '/deploy',
			text: 'a b',
			trigger_id: '1.2',
			user: ['a', 'b'],
		});
	});

	it('interactions carry JSON in a form', async () => {
		await open('Slack', { events: 'block_actions' });
		const payload = JSON.stringify({ type: 'block_actions', trigger_id: '1.3', token: 't' });
		const body = Buffer.from(new URLSearchParams({ payload }).toString());
		await host.deliver({ body, contentType: 'application/x-www-form-urlencoded' });
		expect((await host.itemsOf())[0].json).toMatchObject({
			event: 'block_actions',
			data: { token: '[redacted]' },
		});
	});
});

describe('bodies', () => {
	it.each([
		['application/json', '{"zen":1}', { zen: 1 }],
		['application/cloudevents+json; charset=utf-8', '{"zen":1}', { zen: 1 }],
		['text/plain', '{"zen":1}', { zen: 1 }],
		['application/octet-stream', '\uFEFF{"zen":1}', { zen: 1 }],
		['application/json', '{\n    "zen" : 1\n}\n', { zen: 1 }],
		['application/json', '[{"zen":1},{"zen":2}]', { body: [{ zen: 1 }, { zen: 2 }] }],
		['application/x-www-form-urlencoded', 'payload=%7B%22zen%22%3A1%7D', { zen: 1 }],
		['application/x-www-form-urlencoded', 'payload=a&b=', { payload: 'a', b: '' }],
		['application/x-www-form-urlencoded', '{"zen":1}', { zen: 1 }],
		['application/json', Buffer.from('{"zen":"\xe9"}', 'latin1'), { zen: '\uFFFD' }],
		['application/json', `{"zen":"${'a'.repeat(2 << 20)}"}`, { zen: 'a'.repeat(2 << 20) }],
		['', '', {}],
	])('of type %s, case %#', async (contentType, body, json) => {
		await open('GitHub', { simplify: false });
		expect(await host.deliver({ contentType, body: Buffer.from(body) })).toEqual(ACCEPTED);
		const [item] = await host.itemsOf();
		expect(item.json).toEqual(json);
		expect(item.binary).toBeUndefined();
	});

	it.each([
		['image/png', Buffer.from('89504e470d0a1a0a00ff', 'hex'), 'image/png'],
		['application/xml', Buffer.from('<a/>'), 'application/xml'],
		['text/plain', Buffer.from('Hello, World!'), 'text/plain'],
		['application/json-seq', Buffer.from('{"cut":'), 'application/json-seq'],
		['text/plain', Buffer.from('42'), 'text/plain'],
	])('%s comes as a file', async (contentType, body, mimeType) => {
		await open('GitHub');
		expect(await host.deliver({ contentType, body })).toEqual(ACCEPTED);
		const [{ json, binary }] = await host.itemsOf();
		expect(json).toMatchObject({ event: 'job.completed', eventId: 'evt-1', data: {} });
		expect(binary?.data).toMatchObject({ mimeType, data: body.toString('base64') });
	});

	it('of several parts have no bytes to verify and are refused', async () => {
		await open('GitHub');
		const body = Buffer.from(
			'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
		);
		expect(await host.deliver({ contentType: 'multipart/form-data; boundary=b', body })).toEqual({
			status: 400,
			answer: { error: 'The body could not be read as bytes' },
		});
	});
});
