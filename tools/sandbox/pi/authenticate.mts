import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './envelope.mts';

/** The scheme is compared exactly (docs/reference/pi.md 1, 2). */
export function createAuthenticate(apiKey: string) {
	return async (request: FastifyRequest, reply: FastifyReply) => {
		const { authorization } = request.headers;
		if (authorization === `Bearer ${apiKey}`) return;
		if (authorization === undefined) {
			const type = 'invalid_request_error';
			return await refuse(reply, 401, 'missing_authorization_header', { type });
		}
		const isBearer = authorization.startsWith('Bearer ');
		return await refuse(reply, 401, isBearer ? 'unkey_not_found' : 'invalid_authorization_scheme');
	};
}
