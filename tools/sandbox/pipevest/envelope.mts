import type { FastifyReply } from 'fastify';

/** docs/reference/pipevest.md 5 */
export function success(data: unknown, code = 200) {
	return { data, code, message: code === 201 ? 'Created' : 'Success' };
}

export async function refuse(reply: FastifyReply, code: number, message: string) {
	return await reply.code(code).send({ code, message });
}
