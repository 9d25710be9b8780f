import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createClient } from '@redis/client';

function answer(response: ServerResponse, status: number, body: object) {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * The Redis REST protocol, as Upstash and its stand-ins speak it, before a real Redis: one command
 * as a JSON array to the base URL, the token as bearer.
 */
export async function serveRedisRest(redisUrl: string) {
	const token = randomBytes(24).toString('base64url');
	/** The commands that came with the right token. */
	const commands: string[][] = [];
	let before = async (_command: string[]) => {};
	const redis = createClient({ url: redisUrl, disableOfflineQueue: true });
	// It connects again by itself; while Redis is away each command is answered with the error.
	redis.on('error', () => {});
	await redis.connect();

	async function serve(request: IncomingMessage, response: ServerResponse) {
		const body = await text(request);
		if (request.headers.authorization !== `Bearer ${token}`)
			return answer(response, 401, { error: 'Unauthorized' });
		try {
			const command = JSON.parse(body) as string[];
			commands.push(command);
			await before(command);
			answer(response, 200, { result: await redis.sendCommand(command) });
		} catch (error) {
			answer(response, 400, { error: (error as Error).message });
		}
	}

	const server = createServer((request, response) => void serve(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		/** What the credential `sharedClaimsApi` takes. */
		credential: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token },
		commands,
		redis,
		/** What happens before a command reaches Redis. */
		intercept: (task: typeof before) => (before = task),
		async close() {
			server.closeAllConnections();
			server.close();
			redis.destroy();
		},
	};
}
