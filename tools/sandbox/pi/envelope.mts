import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const requestId = () => `req_pi_${randomUUID()}`;

/** A success; its `status` is the request's, not the job's (docs/reference/pi.md 2). */
export function success(object: string, data: unknown, status = 'completed') {
	return { id: requestId(), object, status, created_at: Math.floor(Date.now() / 1000), data };
}

const TYPES: Record<number, string> = {
	401: 'authentication_error',
	403: 'permission_error',
	429: 'rate_limit_error',
};

/** A refusal (docs/reference/pi.md 2). */
export async function refuse(
	reply: FastifyReply,
	status: number,
	code: string,
	more: Record<string, unknown> = {},
) {
	const type = TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
	const message = code.replaceAll('_', ' ');
	return await reply
		.code(status)
		.send({ error: { type, code, message, request_id: requestId(), ...more } });
}
