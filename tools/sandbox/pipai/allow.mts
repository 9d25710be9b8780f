import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PipaiContext } from './context.mts';
import { refuse } from './refuse.mts';

const MINUTE = 60_000;

/** Lets a call pass that the key's scopes and the weight left allow. */
export function createAllow(context: PipaiContext) {
	return (weight: number, scope?: string) => ({
		preHandler: async (_request: FastifyRequest, reply: FastifyReply) => {
			const { settings, clock, spent } = context;
			if (scope !== undefined && !settings.scopes.includes(scope)) {
				const message = `the API key lacks the ${scope} scope`;
				return await refuse(reply, { code: 'INSUFFICIENT_PERMISSION', message });
			}
			if (settings.weightBudget === null) return undefined;
			const left = MINUTE * clock.scale - (clock.now() - spent.since);
			if (left <= 0) Object.assign(spent, { since: clock.now(), weight: 0 });
			if (spent.weight + weight > settings.weightBudget) {
				return await refuse(reply, { code: 'RATE_LIMITED', message: 'too much weight' });
			}
			spent.weight += weight;
			return undefined;
		},
	});
}

export type Allow = ReturnType<typeof createAllow>;
