import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { credentials } from '../contract/harness/builtPackage.mts';
import { createHost } from '../contract/harness/createHost.mts';
import { credentialFor } from '../contract/support/pipevestHost.mts';

interface Caller {
	name: string;
	node: { type: string; parameters: IDataObject };
	credential(sandbox: Sandbox): [name: string, fields: IDataObject];
	/** Calls the provider as a run of the node, or as its registration. */
	call(host: Awaited<ReturnType<typeof createHost>>): Promise<unknown>;
}

const run: Caller['call'] = async (host) => {
	const { error } = await host.run();
	// n8n keeps the fields of an error, not the error.
	if (error) throw Object.assign(new Error(error.message), error);
};
const register: Caller['call'] = async (host) => await host.hook('create');

const create = { resource: 'task', operation: 'create', family: 'custom', taskType: 'txt2img' };
const callers: Caller[] = [
	{
		name: 'a task of PiAPI with its callback secret',
		node: {
			type: 'piapi',
			parameters: {
				...{ ...create, model: 'm', input: '{"prompt":"x"}', completion: 'notify' },
				notifyUrl: 'http://127.0.0.1:9/hook',
			},
		},
		credential: ({ piapi }) => [
			'piapiApi',
			{ apiKey: piapi.apiKey, baseUrl: piapi.url, webhookSecret: 'the-callback-secret' },
		],
		call: run,
	},
	{
		name: 'the account of PiAPI',
		node: { type: 'piapi', parameters: { resource: 'account', operation: 'getInfo' } },
		credential: ({ piapi }) => ['piapiApi', { apiKey: piapi.apiKey, baseUrl: piapi.url }],
		call: run,
	},
	{
		name: 'the registration at Pi',
		node: { type: 'piTrigger', parameters: { events: ['*'] } },
		credential: ({ pi }) => ['piApi', { apiKey: pi.apiKey, baseUrl: pi.url }],
		call: register,
	},
	{
		name: 'the registration at PipAI',
		node: { type: 'pipaiTrigger', parameters: { events: ['*'] } },
		credential: ({ pipai: { apiKey, apiSecret, url } }) => [
			'pipaiApi',
			{ apiKey, apiSecret, baseUrl: url },
		],
		call: register,
	},
	{
		name: 'the registration at Pipevest, with its token',
		node: { type: 'pipevestTrigger', parameters: { events: ['*'] } },
		credential: ({ pipevest }) => ['pipevestApi', credentialFor(pipevest)],
		call: register,
	},
	{
		name: 'a call to Pipevest that has a token',
		node: { type: 'pipevest', parameters: { resource: 'webhook', operation: 'get' } },
		credential: ({ pipevest }) => [
			'pipevestApi',
			credentialFor(pipevest, { accessToken: 'token-of-before' }),
		],
		call: run,
	},
];

let sandbox: Sandbox;
/** Who stands between the nodes and the provider, and the stranger that it sends them to. */
let crossroads: Server;
let stranger: Server;
let status: number;
let heard: string[];

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function listen(server: Server) {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pi', 'piapi', 'pipai', 'pipevest'] });
	stranger = await listen(
		createServer((request, response) => {
			heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
			request.resume();
			response.setHeader('content-type', 'application/json').end('{"data":{}}');
		}),
	);
	crossroads = await listen(
		createServer((request, response) => {
			request.resume();
			response.writeHead(status, { location: `${originOf(stranger)}${request.url}` }).end();
		}),
	);
});
afterEach(() => sandbox.pi.reset());
afterAll(async () => {
	await sandbox.close();
	for (const server of [crossroads, stranger]) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

describe.each([301, 302, 303, 307, 308])('a %i to another origin', (code) => {
	it.each(callers)(
		'is not followed by $name, which would take keys or secrets along',
		async (caller) => {
			status = code;
			heard = [];
			const [type, fields] = caller.credential(sandbox);
			const baseUrl =
				originOf(crossroads) + new URL(String(fields.baseUrl)).pathname.replace(/\/$/, '');
			const data = { [type]: { ...fields, baseUrl, uploadUrl: baseUrl } as never };
			const host = await createHost({ nodes: [caller.node], credentials: data });
			try {
				await expect(caller.call(host)).rejects.toThrow(/[Cc]heck|base URL/);
				expect(heard).toEqual([]);
			} finally {
				await host.close();
			}
		},
	);
});

const tested = credentials.filter(({ test }) => test !== undefined);

it.each(tested)('$name: n8n follows none either when the credential is tested', ({ test }) => {
	expect(test?.request.disableFollowRedirect).toBe(true);
});
