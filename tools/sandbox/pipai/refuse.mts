import type { FastifyReply } from 'fastify';

/** HTTP status of each code (docs/reference/pipai.md 2). */
const STATUS = {
	INVALID_PARAMETER: 400,
	INVALID_SIGNATURE: 401,
	KEY_EXPIRED: 401,
	INSUFFICIENT_PERMISSION: 403,
	NOT_FOUND: 404,
	DUPLICATE_URL: 409,
	RATE_LIMITED: 429,
	LIMIT_REACHED: 429,
} as const;

export interface Refusal {
	code: keyof typeof STATUS;
	message: string;
}

export const invalid = (message: string): Refusal => ({ code: 'INVALID_PARAMETER', message });

export async function refuse(reply: FastifyReply, { code, message }: Refusal) {
	return await reply.code(STATUS[code]).send({ code, message });
}
