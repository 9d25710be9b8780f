import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { Allow } from '../allow.mts';
import type { PipaiContext } from '../context.mts';
import { isDecimal } from '../isDecimal.mts';
import { newId } from '../newId.mts';
import { parseOrder } from '../parseOrder.mts';
import { invalid, refuse } from '../refuse.mts';
import type { Strategy } from '../types.mts';
import { emitEvent } from '../webhooks/emitEvent.mts';

const view = ({ id, status, dryRun, createdAt, order }: Strategy) => ({
	id,
	...order,
	status,
	...(dryRun !== null && { dry_run: dryRun }),
	created_at: new Date(createdAt).toISOString(),
});

/** Create and deploy (docs/reference/pipai.md 5). */
export function addStrategyRoutes(app: FastifyInstance, context: PipaiContext, allow: Allow): void {
	const { strategies, clock } = context;

	app.post('/v1/strategies', allow(5, 'trade'), async (request, reply) => {
		const parsed = parseOrder(jsonOf(request));
		if ('code' in parsed) return await refuse(reply, parsed);
		const { order } = parsed;
		const { name } = order;
		if (typeof name !== 'string' || name === '' || name.length > 64) {
			return await refuse(reply, invalid('name must be 1 to 64 characters'));
		}
		if ([...strategies.values()].some((other) => other.order.name === name)) {
			return await refuse(reply, invalid('name is taken'));
		}
		const strategy: Strategy = {
			id: newId('strat_'),
			status: 'draft',
			dryRun: null,
			createdAt: clock.now(),
			order,
		};
		strategies.set(strategy.id, strategy);
		emitEvent(context, { type: 'strategy.created', data: view(strategy) });
		return await reply.code(201).send(view(strategy));
	});

	app.post<{ Params: { id: string } }>(
		'/v1/strategies/:id/deploy',
		allow(10, 'trade'),
		async (request, reply) => {
			const strategy = strategies.get(request.params.id);
			if (!strategy) {
				return await refuse(reply, { code: 'NOT_FOUND', message: 'no such strategy' });
			}
			if (!['draft', 'paused'].includes(strategy.status)) {
				return await refuse(reply, invalid(`a ${strategy.status} strategy cannot be deployed`));
			}
			const { dry_run: dryRun = false, ...changes } = jsonOf(request) ?? {};
			if (typeof dryRun !== 'boolean') return await refuse(reply, invalid('dry_run is no boolean'));
			if (changes.capital !== undefined && !isDecimal(changes.capital)) {
				return await refuse(reply, invalid('capital must be a decimal string'));
			}
			Object.assign(strategy, { status: 'deployed', dryRun });
			Object.assign(strategy.order, changes);
			emitEvent(context, { type: 'strategy.deployed', data: view(strategy) });
			return view(strategy);
		},
	);
}
