import type { FastifyReply } from 'fastify';

/** A success (docs/reference/piapi.md 1.4). */
export function success(data: unknown) {
	return { code: 200, data, message: 'success' };
}

/** A refusal in the commonest of its shapes. */
export async function refuse(reply: FastifyReply, status: number, message: string) {
	return await reply.code(status).send({ code: status, message });
}
