import { describe, expect, it } from '@jest/globals';
import { receiverOf } from '../../../dist/nodes/Piapi/deliverAgain.js';
import { callbackSecret } from '../../../dist/lib/waiting/callbackUrl.js';

const N8N = 'https://n8n.example.com/base';
const RESUME = `${N8N}/webhook-waiting/7?signature=abc`;
const OWN = 'secret-of-the-account';

const taskFor = (endpoint: unknown) => ({
	config: { webhook_config: { endpoint, secret: 'the echoed secret' } },
});

describe('who is called again about a task', () => {
	it('is an execution of this n8n, with the secret of its address', () => {
		const url = `${N8N}/webhook-waiting/41/node-1?signature=x`;
		const secret = callbackSecret(OWN, '41', 'node-1');
		expect(receiverOf(taskFor(url), RESUME, OWN)).toEqual({ url, secret, to: 'wait' });
	});

	it("is a trigger of this n8n, with the account's secret", () => {
		const url = `${N8N}/webhook/abc/webhook`;
		expect(receiverOf(taskFor(url), RESUME, OWN)).toEqual({ url, secret: OWN, to: 'trigger' });
	});

	it.each([
		['another host', 'https://evil.example.com/base/webhook-waiting/41/node-1'],
		['another port', 'https://n8n.example.com:8443/base/webhook/abc'],
		['another protocol', 'http://n8n.example.com/base/webhook/abc'],
		['another path', 'https://n8n.example.com/webhook/abc'],
		['a test URL', `${N8N}/webhook-test/abc`],
		['the API of n8n', `${N8N}/rest/workflows`],
		['a path that climbs', `${N8N}/webhook-waiting/../rest/workflows`],
		['a user before the host', 'https://n8n.example.com@evil.example.com/base/webhook/abc'],
		['no URL', 'webhook/abc'],
		['nothing', undefined],
	])('is nobody where PiAPI was to call %s', (_, endpoint) => {
		expect(receiverOf(taskFor(endpoint), RESUME, OWN)).toBeUndefined();
	});
});
