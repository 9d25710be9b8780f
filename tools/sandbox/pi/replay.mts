import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../shared/server/jsonOf.mts';
import type { PiContext } from './context.mts';
import { refuse } from './envelope.mts';

/** The same members in another order are the same body (docs/reference/pi.md 3). */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isObject(value)) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * Answers 202 with what `create` gives, or with what it gave to the same key before; 409 when the
 * same key comes with another body. Without a scope the endpoint knows no keys.
 */
export async function replay(
	{ keyed }: PiContext,
	call: {
		request: FastifyRequest;
		reply: FastifyReply;
		scope: string | undefined;
		body: Record<string, unknown>;
	},
	create: () => unknown,
) {
	const { request, reply, scope } = call;
	const key = request.headers['idempotency-key'];
	if (scope === undefined || typeof key !== 'string') return await reply.code(202).send(create());
	const place = `${scope} ${key}`;
	const body = JSON.stringify(sorted(call.body));
	const before = keyed.get(place);
	if (before && before.body !== body) {
		return await refuse(reply, 409, 'idempotency_key_mismatch', { param: 'Idempotency-Key' });
	}
	if (before) {
		void reply.header('x-idempotency-replayed', 'true');
		return await reply.code(before.status).send(before.answer);
	}
	const answer = create();
	keyed.set(place, { body, status: 202, answer });
	return await reply.code(202).send(answer);
}
