import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { createHost } from './harness/createHost.mts';
import type { CredentialData } from './harness/credentialsHelper.mts';

/** A provider that refuses every call and tells all that it knows: what was sent, and each secret in each encoding. */
let echo: { url: string; close: () => void };
let secrets: string[] = [];
let answersText = false;

const TOKEN = 'access-token-of-pipevest-3f9a"\\';
const privateKey = generateKeyPairSync('ed25519').privateKey.export({
	type: 'pkcs8',
	format: 'pem',
});

beforeAll(async () => {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.url?.endsWith('/oauth/token')) {
				response.setHeader('content-type', 'application/json');
				response.end(
					JSON.stringify({ data: { accessToken: TOKEN, token: TOKEN, access_token: TOKEN } }),
				);
				return;
			}
			const sent = Buffer.concat(chunks).toString();
			const told = {
				message: `Refused: ${secrets.join(' ')}`,
				code: 'REFUSED',
				headers: request.headers,
				sent,
				known: secrets.flatMap(encodings),
				byName: Object.fromEntries(secrets.map((secret) => [secret, 'seen'])),
				data: { config: { webhook_config: { secret: 'x', endpoint: 'https://n8n.example/x' } } },
			};
			response.statusCode = 400;
			if (!answersText) response.setHeader('content-type', 'application/json');
			response.end(answersText ? secrets.flatMap(encodings).join('\n') : JSON.stringify(told));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	echo = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => server.close(),
	};
});
afterAll(() => echo.close());

function encodings(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [
		...[secret, bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')],
		...[bytes.toString('hex').toUpperCase(), encodeURIComponent(secret)],
		JSON.stringify(secret).slice(1, -1),
	];
}

const API_KEY = 'key "of" this/account+7c1';
const API_SECRET = 'secret of this account 91ab';
const WEBHOOK_SECRET = 'webhook-secret-of-the-account-77';
const CREATE = {
	...{ resource: 'task', operation: 'create', family: 'custom', model: 'm', taskType: 't' },
	...{ input: { prompt: 'x' }, completion: 'notify', notifyUrl: 'https://other.example/hook' },
};
const CHAT = {
	...{ resource: 'chat', operation: 'complete', model: 'gpt-4o' },
	messages: { message: [{ role: 'user', content: 'hi' }] },
};

interface Row {
	type: string;
	parameters: IDataObject;
	credential: string;
	data: () => IDataObject;
}

const piapi = {
	type: 'piapi',
	credential: 'piapiApi',
	data: () => ({
		...{ apiKey: API_KEY, webhookSecret: WEBHOOK_SECRET, previousWebhookSecret: API_SECRET },
		...{ baseUrl: echo.url, uploadUrl: echo.url },
	}),
};
const pi = {
	type: 'pi',
	credential: 'piApi',
	data: () => ({ baseUrl: echo.url, apiKey: API_KEY.replace(/[^a-z0-9-]/g, '-') }),
};
const pipai = {
	type: 'pipai',
	credential: 'pipaiApi',
	data: () => ({ baseUrl: echo.url, apiKey: 'key-of-pipai-4451', apiSecret: API_SECRET }),
};
const pipevest = {
	type: 'pipevest',
	credential: 'pipevestApi',
	data: () => ({
		...{ environment: 'custom', baseUrl: `${echo.url}/v1`, clientId: 'client-1' },
		...{ clientSecret: API_SECRET, keyId: 'key-1', privateKey, tokenEndpoint: 'oauthToken' },
		accessToken: '',
	}),
};

const ROWS: Array<[string, Row]> = [
	['PiAPI, a task with a callback', { ...piapi, parameters: CREATE }],
	['PiAPI, the chat', { ...piapi, parameters: CHAT }],
	[
		'PiAPI, Midjourney',
		{ ...piapi, parameters: { resource: 'midjourney', operation: 'fetch', taskId: 't' } },
	],
	['Pi', { ...pi, parameters: { resource: 'job', operation: 'get', jobId: 'j' } }],
	['PipAI', { ...pipai, parameters: { resource: 'webhook', operation: 'getMany' } }],
	['Pipevest', { ...pipevest, parameters: { resource: 'webhook', operation: 'get' } }],
];

const known = (data: IDataObject): string[] =>
	['apiKey', 'apiSecret', 'webhookSecret', 'previousWebhookSecret', 'clientSecret']
		.map((name) => data[name])
		.filter((value): value is string => typeof value === 'string');

describe.each(ROWS)('%s: a provider that echoes everything in its refusal', (_, row) => {
	it.each([
		['JSON', false],
		['text', true],
	])('as %s, leaves no secret in what n8n stores', async (_name, isText) => {
		const data = row.data();
		secrets = known(data);
		answersText = isText;
		const host = await createHost({
			nodes: [{ type: row.type, parameters: row.parameters }],
			credentials: { [row.credential]: data } as CredentialData,
		});
		try {
			const { error, data: stored } = await host.run([{}]);
			expect(error?.description).toMatch(/HTTP 400/);
			const { message, description, context, messages } = error as unknown as IDataObject;
			const kept = JSON.stringify([stored.resultData, message, description, context, messages]);
			expect(kept).toContain('[redacted]');
			const found = secrets.flatMap(encodings).filter((secret) => kept.includes(secret));
			expect(found).toEqual([]);
			// In the stored JSON a quote of the secret is escaped once more.
			const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
			expect(escaped.filter((secret) => kept.includes(secret))).toEqual([]);
			expect(kept).not.toContain('https://n8n.example/x');
		} finally {
			await host.close();
		}
	});
});
