import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import type { IWebhookFunctions } from 'n8n-workflow';
import { endWithResponse } from '../../../dist/lib/inbound/reply.js';

/** A response of a real server, and its client. */
async function open() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const client = request({ port: (server.address() as AddressInfo).port });
	client.on('error', () => {});
	client.end();
	const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
	return { server, client, response };
}

it.each([
	['a 200', true, (response: ServerResponse) => response.end()],
	['a 500', false, (response: ServerResponse) => response.writeHead(500).end()],
	['a sender that hangs up', false, (response: ServerResponse) => response.destroy()],
])('a claim ends with %s', async (_, outcome, answer) => {
	const { server, response } = await open();
	const outcomes: boolean[] = [];
	const ended = new Promise((resolve) => response.once('close', resolve));
	const ctx = { getResponseObject: () => response } as unknown as IWebhookFunctions;
	endWithResponse(ctx, (result) => outcomes.push(result));
	answer(response);
	await ended;
	expect(outcomes[0]).toBe(outcome);
	server.close();
});

it('a claim ends at once when the sender hung up while it waited for its turn', async () => {
	const { server, client, response } = await open();
	const closed = once(response, 'close');
	client.destroy();
	await closed;
	const outcomes: boolean[] = [];
	const ctx = { getResponseObject: () => response } as unknown as IWebhookFunctions;
	endWithResponse(ctx, (result) => outcomes.push(result));
	expect(outcomes).toEqual([false]);
	server.close();
});
