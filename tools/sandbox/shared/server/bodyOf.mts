import type { FastifyRequest } from 'fastify';

/** The exact bytes of a request's body, empty when there was none. */
export function bodyOf(request: FastifyRequest): Buffer {
	return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
