import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

/** A receiver on loopback; `statuses` are its answers in turn, then 200, each after `delayMs`. */
export async function createReceiver(statuses: number[] = [], delayMs = 0) {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
			const status = statuses[received.length - 1] ?? 200;
			setTimeout(() => response.writeHead(status).end('{"status":"accepted"}'), delayMs);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		received,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
