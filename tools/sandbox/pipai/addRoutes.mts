import type { FastifyInstance } from 'fastify';
import { createAllow } from './allow.mts';
import { createAuthenticate } from './authenticate.mts';
import { addBacktestRoutes } from './backtests/addBacktestRoutes.mts';
import type { PipaiContext } from './context.mts';
import { addStrategyRoutes } from './strategies/addStrategyRoutes.mts';
import { addWebhookRoutes } from './webhooks/addWebhookRoutes.mts';

/** Every endpoint of the provider, behind the signature it asks for and on its own clock. */
export function addRoutes(app: FastifyInstance, context: PipaiContext): void {
	void app.register(async (signed) => {
		signed.addHook('onRequest', async (_request, reply) => {
			const now = context.clock.now() + context.settings.clockSkewMs;
			void reply.header('date', new Date(now).toUTCString());
		});
		signed.addHook('preHandler', createAuthenticate(context));
		const allow = createAllow(context);
		addWebhookRoutes(signed, context, allow);
		addStrategyRoutes(signed, context, allow);
		addBacktestRoutes(signed, context, allow);
	});
}
