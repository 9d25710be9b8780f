import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '../shared/server/bodyOf.mts';
import type { PipaiContext } from './context.mts';
import { refuse } from './refuse.mts';

const SIGNATURE = /^[0-9a-f]{64}$/;
const MILLISECONDS = /^\d{13}$/;

/**
 * Refuses what is not signed over its exact bytes: `timestamp + METHOD + path + body`, the path with
 * the query as it came (docs/reference/pipai.md 1 leaves the query open).
 */
export function createAuthenticate({ apiKey, apiSecret, settings, clock }: PipaiContext) {
	return async (request: FastifyRequest, reply: FastifyReply) => {
		const { headers } = request;
		const timestamp = String(headers['x-pipai-timestamp']);
		const signature = String(headers['x-pipai-signature']);
		const refused = async (message: string) =>
			await refuse(reply, { code: 'INVALID_SIGNATURE', message });

		if (headers['x-pipai-api-key'] !== apiKey) return await refused('unknown API key');
		if (settings.keyExpired) {
			return await refuse(reply, { code: 'KEY_EXPIRED', message: 'the API key has expired' });
		}
		if (!MILLISECONDS.test(timestamp)) return await refused('timestamp is not in milliseconds');
		const age = clock.now() + settings.clockSkewMs - Number(timestamp);
		if (Math.abs(age) > settings.signatureWindowMs)
			return await refused('timestamp is out of date');
		const expected = createHmac('sha256', apiSecret)
			.update(timestamp + request.method + request.url)
			.update(bodyOf(request))
			.digest();
		const matches =
			SIGNATURE.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), expected);
		return matches ? undefined : await refused('signature does not match');
	};
}
