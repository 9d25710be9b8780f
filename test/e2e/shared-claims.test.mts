import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { serveRedisRest } from '../support/redisRest.mts';
import { canRunRedis, startRedis } from '../support/redisServer.mts';
import { saveRow, webhookUrl } from './support/workflows.mts';
import { n8n, n8nLog, restartN8n } from './world/world.mts';

const TRIGGER = 'Signed Webhook Trigger';
const SECRET = 'a-secret-in-a-header-of-the-sender';
(canRunRedis() ? describe : describe.skip)('shared claims in a real n8n', () => {
	let redis: Awaited<ReturnType<typeof startRedis>>;
	let rest: Awaited<ReturnType<typeof serveRedisRest>>;
	let store: Credential;
	const page = createServer((_, response) => response.end('<html>'));
	const pageUrl = () => `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
	beforeAll(async () => {
		await once(page.listen(0, '127.0.0.1'), 'listening');
		redis = await startRedis();
		rest = await serveRedisRest(redis.url);
		const { url, token } = rest.credential;
		// As an expression, which n8n has to be able to evaluate after it has answered, too.
		const data = { url, token: `={{ '${token}' }}` };
		store = await (await n8n()).credentials.create('sharedClaimsApi', data);
	});
	afterAll(async () => {
		await (await n8n()).credentials.delete(store.id);
		page.close();
		await rest.close();
		await redis.close();
	});

	describe('the credential', () => {
		// In n8n's own words where nobody answers as a store, which 2.8 puts differently.
		it.each([
			['a store with its token', {}, 'OK', /./],
			['another token', { token: 'another' }, 'Error', /Unauthorized|Authorization failed/i],
			['a page', () => ({ url: pageUrl() }), 'Error', /Redis REST protocol/],
			['nobody', { url: 'http://127.0.0.1:9' }, 'Error', /ECONNREFUSED|refused the connection/],
			['the URL of Redis itself', () => ({ url: redis.url }), 'Error', /https:/],
		])('has a test that tells: %s', async (_, more, status, message) => {
			const data = { ...rest.credential, ...(typeof more === 'function' ? more() : more) };
			const test = await (await n8n()).credentials.test(store, data);
			expect(test).toEqual({ status, message: expect.stringMatching(message) });
		});
	});

	describe('a trigger', () => {
		let workflow: StoredWorkflow;
		beforeAll(async () => {
			const { credentials, workflows } = await n8n();
			const secret = await credentials.create('signedWebhookApi', { secret: SECRET });
			const parameters = {
				scheme: 'secretHeader',
				header: 'x-token',
				eventIdFrom: 'body',
				eventIdName: 'id',
			};
			workflow = await saveRow('Shared claims', [
				{
					name: TRIGGER,
					type: 'signedWebhookTrigger',
					parameters,
					credentials: [secret, store],
				},
			]);
			await workflows.publish(workflow.id);
		});
		afterAll(async () => await (await n8n()).workflows.delete(workflow.id));

		async function deliver(id: string) {
			const response = await fetch(webhookUrl(workflow, TRIGGER), {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-token': SECRET },
				body: JSON.stringify({ id, type: 'a.b' }),
			});
			return { status: response.status, answer: (await response.json()) as unknown };
		}
		const runs = async () => await (await n8n()).executions.list({ workflowId: workflow.id });

		it('knows an event after a restart, before a run is started', async () => {
			expect(await deliver('evt-1')).toEqual({ status: 200, answer: { status: 'accepted' } });
			await waitUntil('the claim to end', async () => {
				const [key] = await rest.redis.keys('*');
				return (await rest.redis.get(key)) === 'done';
			});
			await restartN8n();
			expect(await deliver('evt-1')).toEqual({ status: 200, answer: { status: 'duplicate' } });
			expect(await runs()).toHaveLength(1);
		});

		it('goes on without the store, and says so once', async () => {
			await redis.close();
			for (const id of ['evt-2', 'evt-3'])
				expect(await deliver(id)).toEqual({ status: 200, answer: { status: 'accepted' } });
			const log = await n8nLog();
			expect(log.match(/Shared claims: /g)).toHaveLength(1);
			expect(log).not.toContain(rest.credential.token);
		});
	});
});
