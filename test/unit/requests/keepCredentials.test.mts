import { expect, it } from '@jest/globals';
import type { IWebhookFunctions } from 'n8n-workflow';
import { keepCredentials } from '../../../dist/lib/http/credentialCache.js';

let nodes = 0;

interface Who {
	mode?: string;
	credentialId?: string;
	executionId?: string;
}

/** A node whose secret the user changes; counts how often n8n decrypts it. */
function openNode() {
	const n8n = { secret: 'first', decrypted: 0, isDown: false, now: 1_000_000 };
	const id = `node ${++nodes}`;

	function deliver({ mode = 'webhook', credentialId = '1', executionId }: Who = {}) {
		const ctx = {
			getMode: () => mode,
			getNode: () => ({ id, credentials: { api: { id: credentialId, name: 'API' } } }),
			getWorkflow: () => ({ id: 'workflow' }),
			getExecutionId: () => executionId,
			async getCredentials() {
				n8n.decrypted++;
				await Promise.resolve();
				if (n8n.isDown) throw new Error('The database is gone');
				return { secret: n8n.secret };
			},
		};
		const kept = keepCredentials(ctx as never as IWebhookFunctions, () => n8n.now);
		const secret = async () => (await kept.ctx.getCredentials<{ secret: string }>('api')).secret;
		return { secret, renew: kept.renew };
	}

	return { n8n, deliver };
}

it('n8n decrypts a credential once for a burst of deliveries', async () => {
	const { n8n, deliver } = openNode();
	const secrets = await Promise.all(Array.from({ length: 50 }, () => deliver().secret()));
	expect(secrets).toEqual(Array(50).fill('first'));
	expect(n8n.decrypted).toBe(1);
});

it('a secret that was changed is used no longer than 5 s', async () => {
	const { n8n, deliver } = openNode();
	await deliver().secret();
	n8n.secret = 'second';
	n8n.now += 4_999;
	expect(await deliver().secret()).toBe('first');
	n8n.now += 1;
	expect(await deliver().secret()).toBe('second');
});

it('a clock that was set back keeps none for longer', async () => {
	const { n8n, deliver } = openNode();
	await deliver().secret();
	n8n.secret = 'second';
	n8n.now -= 3_600_000;
	expect(await deliver().secret()).toBe('second');
});

it.each([0, 500, 1_000])(
	'a refusal %i ms after a read renews, also for deliveries at the same moment',
	async (passed) => {
		const { n8n, deliver } = openNode();
		await deliver().secret();
		n8n.secret = 'second';
		n8n.now += passed;
		const [one, other] = [deliver(), deliver()];
		await Promise.all([one.secret(), other.secret()]);
		expect([one.renew(), await one.secret(), other.renew(), await other.secret()]).toEqual([
			...[true, 'second'],
			...[true, 'second'],
		]);
		expect(n8n.decrypted).toBe(2);
	},
);

it('forgeries make n8n decrypt no more than once a second, besides the first read', async () => {
	const { n8n, deliver } = openNode();
	for (let forgery = 0; forgery < 100; forgery++) {
		const forged = deliver();
		await forged.secret();
		if (forged.renew()) await forged.secret();
		n8n.now += 50;
	}
	expect(n8n.decrypted).toBe(6);
});

it.each<[string, Who, Who]>([
	['another credential', {}, { credentialId: '2' }],
	['another parked execution', { executionId: '1' }, { executionId: '2' }],
	['a test event after another', { mode: 'manual' }, { mode: 'manual' }],
])('%s is read by itself', async (_what, one, other) => {
	const { n8n, deliver } = openNode();
	await deliver(one).secret();
	n8n.secret = 'second';
	expect(await deliver(other).secret()).toBe('second');
});

it('what could not be read is read again', async () => {
	const { n8n, deliver } = openNode();
	n8n.isDown = true;
	await expect(deliver().secret()).rejects.toThrow('gone');
	n8n.isDown = false;
	expect(await deliver().secret()).toBe('first');
});
