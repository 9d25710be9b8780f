import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { WebhookContext } from 'n8n-core';
import { root } from './harness/builtPackage.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { ACCEPTED, DUPLICATE, openHost } from './support/signedHost.mts';
import { SECRET, signedSenders, type SignedSender } from './support/signedSenders.mts';

type Answer = (response: ServerResponse) => unknown;

const DOCS = readFileSync(join(root, 'docs/shared-claims.md'), 'utf8');
const TOKEN = 'dG9rZW4tb2YtdGhlLXN0b3Jl';
const github = signedSenders.find(({ name }) => name === 'GitHub') as SignedSender;
const closing: Array<() => unknown> = [];
const log: string[] = [];
installMemoryRecords();

const warn = (message: string, details: object) =>
	void log.push(`${message} ${JSON.stringify(details)}`);
jest.spyOn(WebhookContext.prototype, 'logger', 'get').mockReturnValue({ warn } as never);

afterEach(() => void (log.length = 0));
// Last of all: what is still being told of a claim's end would meet a cut connection.
afterAll(async () => {
	for (const close of closing) await close();
});

const json = (status: number, body: object, headers = {}): Answer => {
	return (response) =>
		response
			.writeHead(status, { 'content-type': 'application/json', ...headers })
			.end(JSON.stringify(body));
};

/** A store that answers everything alike, and what it was sent. */
async function serveStore(answer: Answer) {
	const tokens: Array<string | undefined> = [];
	const server = createServer((request, response) => {
		tokens.push(request.headers.authorization);
		request.resume().on('end', () => answer(response));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens };
}

async function openTrigger(url: string) {
	const host = await openHost(github, {}, {}, { store: { url, token: TOKEN } });
	closing.push(host.close);
	return host;
}

/** Bytes come all the time, an answer never does: a limit on silence alone would wait for ever. */
function drip(response: ServerResponse) {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 100);
	response.once('close', () => clearInterval(timer));
}

describe('a store that', () => {
	it.each<[string, Answer | string, RegExp]>([
		['is down', 'http://127.0.0.1:9', /cannot be reached.*ECONNREFUSED/],
		['has a URL of no REST API', 'redis://127.0.0.1:6379', /beginning with https/],
		['has no URL at all', 'a store', /beginning with https/],
		['never answers', () => {}, /did not answer in time/],
		['answers in drips', drip, /did not answer in time/],
		['cuts the connection', (response) => response.destroy(), /cannot be reached.*ECONNRESET/],
		['refuses the token', json(401, { error: 'Unauthorized' }), /refuses the token/],
		[
			'refuses to write',
			json(400, { error: 'NOPERM this user has no permissions' }),
			/may write.*NOPERM/,
		],
		['is an HTML page', (response) => response.end('<html>'), /not answer as the Redis REST/],
		['is something else', json(200, { result: { a: 1 } }), /not answer as the Redis REST/],
		['fails', json(500, {}), /not answer as the Redis REST.*status 500/],
	])('%s stops no event, and is told once', async (_, answer, warning) => {
		const { url } = typeof answer === 'string' ? { url: answer } : await serveStore(answer);
		const host = await openTrigger(url);
		const ids = ['evt-1', 'evt-2', 'evt-3'];
		const answers = await Promise.all(ids.map(async (id) => await host.deliver({ id })));
		expect(answers).toEqual([ACCEPTED, ACCEPTED, ACCEPTED]);
		expect(await host.deliver({ id: 'evt-1' })).toEqual(DUPLICATE);
		expect(log).toHaveLength(1);
		expect(log[0]).toMatch(/Shared claims: .*accepted meanwhile.*"signedWebhookApi"/);
		expect(log[0]).toMatch(warning);
		const [, cause] = /Shared claims: ([^.,]+)/.exec(log[0]) ?? [];
		expect(DOCS).toContain(`| ${cause}`);
		for (const secret of [TOKEN, SECRET]) expect(log[0]).not.toContain(secret);
	});

	it('redirects is not followed', async () => {
		const other = await serveStore(json(200, { result: 'OK' }));
		const store = await serveStore(json(307, {}, { location: other.url }));
		expect(await (await openTrigger(store.url)).deliver()).toEqual(ACCEPTED);
		expect(store.tokens[0]).toBe(`Bearer ${TOKEN}`);
		expect(other.tokens).toEqual([]);
		expect(log[0]).toMatch(/not answer as the Redis REST.*status 307/);
	});

	it('has no claim of anybody but does not take ours stops no event', async () => {
		const { url } = await serveStore(json(200, { result: null }));
		expect(await (await openTrigger(url)).deliver()).toEqual(ACCEPTED);
	});
});
