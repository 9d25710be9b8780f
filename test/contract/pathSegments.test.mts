import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { createHost } from './harness/createHost.mts';

/** A server that notes which paths were called. */
const called: string[] = [];
const server = createServer((request, response) => {
	called.push(`${request.method} ${request.url}`);
	response.statusCode = 404;
	response.setHeader('content-type', 'application/json');
	response.end('{}');
});
let url = '';

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const credentials = () => ({
	piApi: { baseUrl: url, apiKey: 'key-of-pi' },
	piapiApi: { baseUrl: url, uploadUrl: url, apiKey: 'key-of-piapi' },
	pipaiApi: { baseUrl: url, apiKey: 'key-of-pipai', apiSecret: 'secret-of-pipai' },
});

/** Every operation that puts an ID of the form into a path: node, resource, operation, field, parent. */
const OPERATIONS: Array<[string, string, string, string, string]> = [
	['pi', 'job', 'get', 'jobId', '/api/v1/jobs/'],
	['pi', 'avatar', 'get', 'avatarId', '/api/v1/avatars/'],
	['pi', 'brand', 'get', 'brandId', '/api/v1/brands/'],
	['pi', 'run', 'get', 'runId', '/api/v1/runs/'],
	['pi', 'voiceAgent', 'get', 'agentId', '/api/v1/voice/agents/'],
	['pi', 'voiceAgent', 'delete', 'agentId', '/api/v1/voice/agents/'],
	['pi', 'voiceSession', 'get', 'sessionId', '/api/v1/voice/sessions/'],
	['pi', 'webhook', 'disable', 'webhookId', '/api/v1/webhooks/'],
	['pi', 'webhook', 'enable', 'webhookId', '/api/v1/webhooks/'],
	['piapi', 'task', 'get', 'taskId', '/api/v1/task/'],
	['piapi', 'task', 'cancel', 'taskId', '/api/v1/task/'],
	['pipai', 'backtest', 'get', 'backtestId', '/v1/backtest/jobs/'],
	['pipai', 'webhook', 'delete', 'webhookId', '/v1/webhooks/'],
	['pipai', 'webhook', 'sendTest', 'webhookId', '/v1/webhooks/'],
];

async function run(type: string, parameters: IDataObject) {
	const host = await createHost({ nodes: [{ type, parameters }], credentials: credentials() });
	called.length = 0;
	try {
		return await host.run([{}]);
	} finally {
		await host.close();
	}
}

describe.each(OPERATIONS)('%s, %s: %s', (type, resource, operation, field, parent) => {
	const parametersOf = (id: string) => ({ resource, operation, [field]: id });

	it.each(['.', '..', ' .. ', '   ', '\ud800'])(
		'takes %j for no ID and calls nobody',
		async (id) => {
			const { error } = await run(type, parametersOf(id));
			expect(error?.message).toMatch(/is not an ID|ID is empty|is empty/);
			expect(error?.context?.itemIndex).toBe(0);
			expect(called).toEqual([]);
		},
	);

	it('keeps an ID with slashes in one segment', async () => {
		const { error } = await run(type, parametersOf('../other/./x?y#z'));
		expect(error).toBeDefined();
		expect(called.length).toBeGreaterThan(0);
		expect(called[0]).toContain(`${parent}..%2Fother%2F.%2Fx%3Fy%23z`);
	});
});
