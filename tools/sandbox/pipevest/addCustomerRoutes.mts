import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../shared/server/jsonOf.mts';
import { refuse, success } from './envelope.mts';

/** Enough of one other resource to try calls of every method; its fields are not Pipevest's. */
export function addCustomerRoutes(app: FastifyInstance): void {
	const customers = new Map<number, Record<string, unknown>>();
	const replays = new Map<string, unknown>();

	app.get('/v1/customers', async (request) =>
		success([...customers.values()].map((customer) => ({ ...customer, query: request.query }))),
	);

	app.post('/v1/customers', async (request, reply) => {
		const body = jsonOf(request);
		if (!body) return await refuse(reply, 400, 'Bad Request: no JSON object');
		const key = String(request.headers['x-idempotency-key']);
		if (!replays.has(key)) {
			const customerId = customers.size + 1;
			customers.set(customerId, { customerId, ...body });
			replays.set(key, success(customers.get(customerId), 201));
		}
		return await reply.code(201).send(replays.get(key));
	});

	app.delete<{ Params: { id: string } }>('/v1/customers/:id', async (request, reply) => {
		if (!customers.delete(Number(request.params.id))) return await refuse(reply, 404, 'Not Found');
		return await reply.code(204).send();
	});
}
