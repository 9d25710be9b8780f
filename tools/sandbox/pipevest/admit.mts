import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '../shared/server/bodyOf.mts';
import type { PipevestContext } from './context.mts';
import { refuse } from './envelope.mts';
import { requestFault } from './signatures/requestFault.mts';

/** Lets in what the client has signed, and where `hasToken`, what carries a token still good. */
export function createAdmit(context: PipevestContext, hasToken: boolean) {
	return async (request: FastifyRequest, reply: FastifyReply) => {
		const { method } = request;
		const headers = Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		);
		const url = context.server.url() + request.url;
		const fault = await requestFault(context, { method, url, headers }, bodyOf(request), hasToken);
		if (fault) return await refuse(reply, 401, `Unauthorized: ${fault}`);
		if (!hasToken) return undefined;
		const end = context.tokens.get((headers.authorization ?? '').replace(/^Bearer /, ''));
		if (end === undefined || end <= context.clock.now())
			return await refuse(reply, 401, 'Unauthorized');
		if (headers['x-client-id'] !== context.client.clientId)
			return await refuse(reply, 401, 'Unauthorized: the client is unknown');
		return undefined;
	};
}
