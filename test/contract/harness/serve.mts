import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';

export type Handler = (request: Request, response: Response) => Promise<unknown>;

/** Serves on loopback what n8n's web server does before a node sees a request (docs/reference/n8n.md 1). */
export async function serve(routes: Record<string, Handler>) {
	const app = express();
	app.use(express.raw({ type: () => true, limit: '16mb' }));
	for (const [path, handler] of Object.entries(routes)) {
		app.all(path, async (request, response) => {
			const contentType = (request.headers['content-type'] ?? '').split(';')[0].toLowerCase();
			const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			const isMultipart = contentType === 'multipart/form-data';
			Object.assign(request, {
				contentType,
				readRawBody: async () => {},
				...(!isMultipart && { rawBody }),
			});
			if (contentType === 'application/json') {
				try {
					request.body = JSON.parse(rawBody.toString('utf8'));
				} catch {
					response.status(422).json({ message: 'Failed to parse request body' });
					return;
				}
			}
			await handler(request, response);
		});
	}
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
