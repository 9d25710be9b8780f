import type { FastifyInstance } from 'fastify';
import { createAuthenticate } from './authenticate.mts';
import type { PiapiContext } from './context.mts';
import { addTaskRoutes } from './tasks/addTaskRoutes.mts';

/** Every endpoint of the provider, behind the key it asks for. */
export function addRoutes(app: FastifyInstance, context: PiapiContext): void {
	void app.register(async (keyed) => {
		keyed.addHook('preHandler', createAuthenticate(context.apiKey));
		addTaskRoutes(keyed, context);
	});
}
