import fastify from 'fastify';
import type { Member } from '../../../tools/n8n/queue/cluster.mts';

interface Order {
	member: string;
	action: 'kill9' | 'restart' | 'log';
}

/** Lets test files, which share no objects with the process that started the cluster, end its members. */
export async function serveMembers(members: Record<string, Member>) {
	const app = fastify();
	app.post<{ Params: Order }>('/:member/:action', async ({ params }) => {
		return (await members[params.member][params.action]()) ?? 'done';
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url, close: async () => await app.close() };
}
