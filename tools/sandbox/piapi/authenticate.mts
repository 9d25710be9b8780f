import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * 401 without or with a wrong `x-api-key`. The two bodies differ, as the provider's do
 * (docs/reference/piapi.md 1.6).
 */
export function createAuthenticate(apiKey: string) {
	return async (request: FastifyRequest, reply: FastifyReply) => {
		const key = request.headers['x-api-key'];
		if (key === apiKey) return;
		const body =
			key === undefined
				? { error: 'Unauthorized: no API key was given' }
				: { code: 401, message: 'Invalid API key' };
		return await reply.code(401).send(body);
	};
}

/** The same for the endpoints of OpenAI's shape: `Authorization: Bearer <key>`. */
export function createAuthenticateBearer(apiKey: string) {
	return async (request: FastifyRequest, reply: FastifyReply) => {
		if (request.headers.authorization === `Bearer ${apiKey}`) return;
		return await reply
			.code(401)
			.send({ error: { message: 'Incorrect API key provided', type: 'invalid_request_error' } });
	};
}
