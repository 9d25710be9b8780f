import fastify from 'fastify';
import type { LocalN8n } from '../../../tools/n8n/n8n.mts';
import { residentMegabytes } from '../../../tools/n8n/residentMegabytes.mts';

/** Lets test files, which share no objects with the process that started n8n, restart it. */
export async function serveControl(n8n: LocalN8n) {
	const app = fastify();
	app.post<{ Querystring: { how: string } }>('/restart', async ({ query }) => {
		if (query.how === 'kill9') await n8n.kill9();
		await n8n.restart();
		return 'restarted';
	});
	app.post('/log', async () => n8n.log());
	app.post('/memory', async () => String(residentMegabytes(n8n.pid)));
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url, close: async () => await app.close() };
}
