import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { senders } from '../../dist/nodes/SignedWebhook/senders.js';
import type { SenderDefinition } from '../../dist/nodes/SignedWebhook/senderDefinition.js';
import type { Order } from '../../tools/sign/signer.mts';
import { signers } from '../../tools/sign/signers.mts';
import { credentialOf, orderOf, secretOf } from '../support/signedOrder.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { postBytes } from './support/postBytes.mts';

const records = installMemoryRecords();
let host: Awaited<ReturnType<typeof createHost>> | undefined;
afterEach(async () => {
	await host?.close();
	records.clear();
});

/** What the form asks for beside the scheme. */
const FORM: Record<string, object> = {
	meta: { verifyToken: 'vt' },
	basicAuth: { options: { deduplicateBy: 'off' } },
};

async function open(name: string) {
	const sender = senders[name as keyof typeof senders] as SenderDefinition;
	const opened = await createHost({
		nodes: [
			{
				type: 'signedWebhookTrigger',
				parameters: { scheme: name, ...FORM[name] },
				credentials: ['signedWebhookApi'],
			},
		],
		credentials: { signedWebhookApi: credentialOf(sender) },
	});
	host = opened;
	const deliver = async (more: Partial<Order> = {}, change = (body: string) => body) => {
		const signed = signers[name](orderOf(sender, { url: opened.webhookUrl(), ...more }));
		const isTyped = signed.headers.some(([key]) => key.toLowerCase() === 'content-type');
		const headers: Array<[string, string]> = isTyped
			? signed.headers
			: [['Content-Type', 'application/json'], ...signed.headers];
		const body = Buffer.from(change(signed.body));
		return await postBytes(signed.url ?? opened.webhookUrl(), headers, body);
	};
	return { sender, deliver, host: opened };
}

const named = Object.keys(signers);

it('signs as every sender that is known by name', () => {
	const all = Object.entries<SenderDefinition>(senders);
	const withScheme = all.filter(([, { scheme }]) => scheme !== undefined).map(([name]) => name);
	expect([...named].sort()).toEqual(withScheme.sort());
});

describe.each(named)('%s', (name) => {
	it('can be published with one secret pasted', async () => {
		const { host } = await open(name);
		expect(await host.hook('create')).toBe(true);
	});

	it('starts one run per event, however often it is delivered', async () => {
		const { sender, deliver, host } = await open(name);
		const status = sender.answers?.[0]?.answer.status ?? 200;
		const at = Date.now();
		expect(await deliver({ at })).toMatchObject({ status });
		expect(await deliver({ at })).toMatchObject({ status });
		expect(await deliver({ at, id: 'evt-2' })).toMatchObject({ status });
		const isDeduplicated = !sender.hasNoId && name !== 'basicAuth';
		expect(host.executions).toHaveLength(isDeduplicated ? 2 : 3);
		const { items, error } = await host.settled(host.executions[0], 'success', 'error');
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const { event, eventId, data } = items[0].json as {
			event: unknown;
			eventId: unknown;
			data: unknown;
		};
		expect(data).toBeDefined();
		if (isDeduplicated) expect(eventId).toEqual(expect.any(String));
		if (sender.type.length > 0) expect(event).toEqual(expect.any(String));
	});

	it('starts no run with another secret, in silence where the sender wants it', async () => {
		const { sender, deliver, host } = await open(name);
		const secret = secretOf(sender, Buffer.from('k3mB2xQ9rFvT7nLpJhYwS4eV'));
		const isKey = sender.keyPair === 'only' || name === 'googlePubSub';
		const { status, answer } = await deliver(isKey ? { keys: OTHER_KEYS } : { secret });
		expect(status).toBe(401);
		expect(answer).toEqual(sender.refusesSilently ? undefined : { error: expect.any(String) });
		expect(host.executions).toHaveLength(0);
	});

	it('has no other body taken where it signs the body', async () => {
		const { sender, deliver } = await open(name);
		const { status } = await deliver({}, (body) => `${body} `);
		expect(status).toBe(signsBody(sender) ? 401 : (sender.answers?.[0]?.answer.status ?? 200));
	});

	it('has no old delivery taken where it signs the time', async () => {
		const { sender, deliver } = await open(name);
		const { status } = await deliver({ at: Date.now() - 86_400_000 });
		expect(status).toBe(isTimed(sender) ? 401 : (sender.answers?.[0]?.answer.status ?? 200));
	});
});

/** What only a key of somebody else could have signed. */
const OTHER_KEYS = {
	ed25519: generateKeyPairSync('ed25519').privateKey,
	ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
	rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
};

function signsBody({ scheme }: SenderDefinition): boolean {
	if (scheme?.kind === 'jwt') return scheme.digest !== undefined;
	return (
		scheme !== undefined &&
		'content' in scheme &&
		/\{(?:body|bodySha256|bodyCrc32|sortedForm)\}/.test(scheme.content)
	);
}

function isTimed({ scheme }: SenderDefinition): boolean {
	if (scheme?.kind === 'jwt') return !scheme.mayLackTime;
	return scheme !== undefined && 'timestamp' in scheme && scheme.timestamp !== undefined;
}
