import { createHash, createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WebhookReceiver } from 'livekit-server-sdk';
import type { ICredentialTestFunctions, IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { nodeTypes, typeOf } from './harness/builtPackage.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { postBytes } from './support/postBytes.mts';

const ACCEPTED = { status: 200, answer: { status: 'accepted' } };
const DUPLICATE = { status: 200, answer: { status: 'duplicate' } };
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['livekit', 'pi'], timeScale: 0.001 });
});
beforeEach(async () => await open());
afterEach(async () => {
	await host.close();
	records.clear();
	sandbox.livekit.reset();
	sandbox.pi.reset();
});
afterAll(async () => await sandbox.close());

async function open(parameters: IDataObject = {}) {
	const { apiKey, apiSecret } = sandbox.livekit;
	host = await createHost({
		nodes: [{ type: 'liveKitTrigger', parameters: { events: ['*'], ...parameters } }],
		credentials: { liveKitApi: { apiKey, apiSecret } },
	});
	sandbox.livekit.configure({ webhooks: [host.webhookUrl()] });
}

async function reopen(parameters: IDataObject) {
	await host.close();
	await open(parameters);
}

async function itemsOf(index = 0) {
	const { error, items } = await host.settled(host.executions[index], 'success', 'error');
	if (error) throw error;
	return items.map(({ json }) => json);
}

/** Has LiveKit tell of an event, and answers what it was answered first. */
async function tell(event: Parameters<Sandbox['livekit']['sendEvent']>[0]) {
	const [id] = await sandbox.livekit.sendEvent(event);
	await sandbox.livekit.idle();
	const [{ answer }] = sandbox.livekit.deliveries({ id })[0].attempts;
	return { status: answer.status, answer: JSON.parse(answer.body) as unknown };
}

const ROOM = { sid: 'RM_1', name: 'lobby' };

describe('an event signed by LiveKit', () => {
	it('starts one run, though n8n does not parse its content type', async () => {
		const participant = { sid: 'PA_1', identity: 'visitor-1' };
		const before = Math.floor(Date.now() / 1000) * 1000;
		expect(
			await tell({ event: 'participant_joined', id: 'EV_1', room: ROOM, participant }),
		).toEqual(ACCEPTED);
		const [item] = await itemsOf();
		expect(item).toMatchObject({
			event: 'participant_joined',
			eventId: 'EV_1',
			room: 'lobby',
			participant: 'visitor-1',
			data: { room: ROOM, participant },
		});
		expect(Date.parse(String(item.occurredAt))).toBeGreaterThanOrEqual(before);
		expect(Object.keys(item.data as object).sort()).toEqual(['participant', 'room']);
	});

	it('is given as delivered when not simplified', async () => {
		await reopen({ simplify: false });
		await tell({ event: 'room_started', id: 'EV_1', room: ROOM });
		expect(await itemsOf()).toEqual([
			{ event: 'room_started', id: 'EV_1', createdAt: expect.stringMatching(/^\d+$/), room: ROOM },
		]);
	});

	it('starts no second run when it is told again', async () => {
		expect(await tell({ event: 'room_started', id: 'EV_1', room: ROOM })).toEqual(ACCEPTED);
		expect(await tell({ event: 'room_started', id: 'EV_1', room: ROOM })).toEqual(DUPLICATE);
		expect(await tell({ event: 'room_started', id: 'EV_2', room: ROOM })).toEqual(ACCEPTED);
	});

	it.each([
		['its room', { room: ROOM }, 'accepted'],
		['an egress of its room', { egressInfo: { roomName: 'lobby' } }, 'accepted'],
		['an ingress of its room', { ingressInfo: { roomName: 'lobby' } }, 'accepted'],
		['another room', { room: { name: 'lobby-2' } }, 'ignored'],
		['no room', {}, 'ignored'],
	])('is filtered by room: %s', async (_, about, status) => {
		await reopen({ options: { room: 'support, lobby' } });
		expect(await tell({ event: 'x', ...about })).toEqual({ status: 200, answer: { status } });
	});

	it('is filtered by event', async () => {
		await reopen({ events: ['room_finished'] });
		expect(await tell({ event: 'room_started', room: ROOM })).toEqual({
			status: 200,
			answer: { status: 'ignored' },
		});
	});
});

const BODY = JSON.stringify({ event: 'room_started', id: 'EV_9', createdAt: '1760000000' });

interface Forged {
	header?: object;
	claims?: object;
	secret?: string;
	body?: string;
	/** What is put in place of the token. */
	token?: (token: string) => string;
}

/** A token made by hand, so that every part of it can be wrong. */
async function post({ header, claims, secret, body = BODY, token = (made) => made }: Forged) {
	const { apiKey, apiSecret } = sandbox.livekit;
	const now = Math.floor(Date.now() / 1000);
	const sha256 = createHash('sha256').update(BODY).digest('base64');
	const parts = [
		{ alg: 'HS256', typ: 'JWT', ...header },
		{ iss: apiKey, nbf: now, exp: now + 300, sha256, ...claims },
	].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
	const mac = createHmac('sha256', secret ?? apiSecret)
		.update(parts.join('.'))
		.digest('base64url');
	const headers: Array<[string, string]> = [
		['Content-Type', 'application/webhook+json'],
		['Authorization', token([...parts, mac].join('.'))],
	];
	return await postBytes(host.webhookUrl(), headers, Buffer.from(body));
}

const seconds = () => Math.floor(Date.now() / 1000);
const withoutMac = (token: string) => token.replace(/[^.]*$/, '');

describe('a forgery', () => {
	it('is told apart from what is right', async () => {
		expect(await post({})).toEqual(ACCEPTED);
	});

	const forgeries: Array<[string, () => Forged]> = [
		['with alg none and no signature', () => ({ header: { alg: 'none' }, token: withoutMac })],
		['with alg none and a signature', () => ({ header: { alg: 'none' } })],
		['with HS512 in its header', () => ({ header: { alg: 'HS512' } })],
		['with RS256 in its header', () => ({ header: { alg: 'RS256' } })],
		['with an extension that nobody knows', () => ({ header: { crit: ['exp'] } })],
		['without a signature', () => ({ token: withoutMac })],
		['of another secret', () => ({ secret: 'other' })],
		['of a blank secret', () => ({ secret: ' ' })],
		['of another issuer', () => ({ claims: { iss: 'APIother' } })],
		['of no issuer', () => ({ claims: { iss: undefined } })],
		[
			'expired beyond the leeway',
			() => ({ claims: { nbf: seconds() - 300, exp: seconds() - 11 } }),
		],
		['without expiry', () => ({ claims: { exp: undefined } })],
		['valid only later', () => ({ claims: { nbf: seconds() + 60 } })],
		['made for another body', () => ({ body: `${BODY} ` })],
		['without the digest of the body', () => ({ claims: { sha256: undefined } })],
		[
			'with the digest as hex',
			() => ({ claims: { sha256: createHash('sha256').update(BODY).digest('hex') } }),
		],
		['that is no token', () => ({ token: () => 'x.y' })],
		['that is blank', () => ({ token: () => '' })],
		['as a bearer token of another shape', () => ({ token: (token) => `Basic ${token}` })],
	];

	it.each(forgeries)('%s is 401 and starts nothing', async (_, forge) => {
		expect(await post(forge())).toMatchObject({
			status: 401,
			answer: { error: expect.any(String) },
		});
		expect(host.executions).toHaveLength(0);
	});

	it('is none within the leeway of 10 s', async () => {
		expect(await post({ claims: { nbf: seconds() - 305, exp: seconds() - 5 } })).toEqual(ACCEPTED);
	});

	it('is an authentic token that is replayed after the window', async () => {
		expect(await post({ claims: { nbf: seconds() - 320, exp: seconds() + 300 } })).toMatchObject({
			status: 401,
		});
	});

	it.each(['tamper', 'wrongSecret', 'missingSecret', 'blankSecret'] as const)(
		'by the sandbox (%s) is 401',
		async (kind) => {
			sandbox.livekit.fault({ on: 'delivery', kind, times: 1 });
			expect(await tell({ event: 'room_started', room: ROOM })).toMatchObject({ status: 401 });
			expect(host.executions).toHaveLength(0);
		},
	);

	it.each(['[]', 'null', '{}', '{"event":""}', 'no json'])(
		'authentic, but no event: %s',
		async (body) => {
			const sha256 = createHash('sha256').update(body).digest('base64');
			expect(await post({ body, claims: { sha256 } })).toMatchObject({ status: 400 });
		},
	);
});

describe('the credential', () => {
	const test = async (data: IDataObject) => {
		const node = nodeTypes.getByNameAndVersion(typeOf('liveKitTrigger'));
		const testKey = node.methods?.credentialTest?.testKey;
		const { apiKey, apiSecret, url } = sandbox.livekit;
		const all = { apiKey, apiSecret, url, ...data } as never;
		return await testKey?.call({} as ICredentialTestFunctions, {
			id: '1',
			name: '',
			type: '',
			data: all,
		});
	};

	it('is tested by listing rooms', async () => {
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(sandbox.livekit.countRequests({ path: 'ListRooms', status: 200 })).toBe(1);
	});

	it.each([
		['a wrong secret', { apiSecret: 'wrong' }, 'does not accept'],
		['a wrong key', { apiKey: 'APIother' }, 'does not accept'],
		['no secret', { apiSecret: ' ' }, 'needed'],
		['an address where nobody is', { url: 'ws://127.0.0.1:9' }, 'Check the project URL'],
		['a URL that is none', { url: 'my project' }, 'Check the project URL'],
	])('with %s says so', async (_, data, message) => {
		expect(await test(data)).toEqual({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it('without a project URL is taken as it is, and says so', async () => {
		expect(await test({ url: '' })).toEqual({
			status: 'OK',
			message: expect.stringContaining('project URL'),
		});
	});
});

describe("Pi's own receiver of LiveKit events", () => {
	it('takes what LiveKit signs for it, ends the session, and refuses the rest', async () => {
		const { url, apiKey, liveKit } = sandbox.pi;
		const headers = { authorization: `Bearer ${apiKey}` };
		const call = async (path: string, body: object) => {
			const answer = await fetch(`${url}/api/v1/voice/${path}`, {
				method: 'POST',
				headers,
				body: JSON.stringify(body),
			});
			return ((await answer.json()) as { data: { id: string; room: string } }).data;
		};
		const agent = await call('agents', { name: 'a' });
		const session = await call('sessions', { agent_id: agent.id, participant: 'p' });
		const tellPi = async () => {
			sandbox.livekit.configure({ webhooks: [`${url}/api/v1/voice/webhooks/livekit`] });
			return await tell({ event: 'room_finished', room: { name: session.room } });
		};
		expect(await tellPi()).toMatchObject({
			status: 400,
			answer: { error: { code: 'webhook_verification_failed' } },
		});
		sandbox.livekit.configure({ signAs: liveKit });
		expect(await tellPi()).toEqual({ status: 200, answer: { received: true, handled: true } });
	});
});

it('signs in the sandbox as LiveKit does: its own receiver takes it', async () => {
	await tell({ event: 'room_started', room: ROOM });
	const { apiKey, apiSecret } = sandbox.livekit;
	const [{ sent }] = sandbox.livekit.deliveries()[0].attempts;
	const receiver = new WebhookReceiver(apiKey, apiSecret);
	expect((await receiver.receive(sent.body, sent.headers.authorization)).event).toBe(
		'room_started',
	);
});
