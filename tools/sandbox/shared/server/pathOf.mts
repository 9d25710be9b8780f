import type { FastifyRequest } from 'fastify';

/** Path and query of a request as they came, the query without its question mark. */
export function pathOf(request: FastifyRequest): { path: string; query: string } {
	const [path = '', ...query] = request.url.split('?');
	return { path, query: query.join('?') };
}
