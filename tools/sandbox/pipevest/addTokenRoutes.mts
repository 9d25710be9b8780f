import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyOf } from '../shared/server/bodyOf.mts';
import type { PipevestContext } from './context.mts';
import { refuse, success } from './envelope.mts';

/** Tokens at both endpoints, each with its generation's answer (docs/reference/pipevest.md 1). */
export function addTokenRoutes(app: FastifyInstance, context: PipevestContext): void {
	const { client, tokens, clock, settings } = context;

	const issue = (request: FastifyRequest) => {
		const form = new URLSearchParams(bodyOf(request).toString());
		const known =
			form.get('clientId') === client.clientId && form.get('clientSecret') === client.clientSecret;
		if (!known) return undefined;
		const token = `token-${randomUUID()}`;
		tokens.set(token, clock.now() + settings.tokenSeconds * 1000);
		return token;
	};
	const about = () => ({
		expiresIn: settings.tokenSeconds,
		maxTTL: 86_400,
		trustedIps: [],
		createdAt: Math.floor(clock.now() / 1000),
		updatedAt: Math.floor(clock.now() / 1000),
	});

	app.post('/v1/oauth/token', async (request, reply) => {
		const token = issue(request);
		if (!token) return await refuse(reply, 401, 'Unauthorized: unknown client');
		return {
			...{ message: 'Created', tokenId: 1, token, tokenType: 'Bearer', scope: ['READ', 'WRITE'] },
			...about(),
			organization: { id: 1, name: 'Sandbox', clientId: client.clientId },
		};
	});

	app.post('/v1/auth', async (request, reply) => {
		const token = issue(request);
		if (!token) return await refuse(reply, 401, 'Unauthorized: unknown client');
		const data = {
			...{ accessTokenId: 1, accessToken: token, type: 'Bearer', scope: ['read', 'write'] },
			...about(),
		};
		return await reply.code(201).send(success(data, 201));
	});
}
