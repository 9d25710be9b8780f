import type { FastifyInstance } from 'fastify';
import { addAccountRoutes } from './account/addAccountRoutes.mts';
import { createAuthenticate, createAuthenticateBearer } from './authenticate.mts';
import { addChatRoutes } from './chat/addChatRoutes.mts';
import type { PiapiContext } from './context.mts';
import { addUploadedFiles, addUploadRoute } from './files/addUploadRoutes.mts';
import { addLegacyRoutes } from './midjourney/addLegacyRoutes.mts';
import { addTaskRoutes } from './tasks/addTaskRoutes.mts';

/** Every endpoint of the provider, behind the key it asks for. */
export function addRoutes(app: FastifyInstance, context: PiapiContext): void {
	void app.register(async (keyed) => {
		keyed.addHook('preHandler', createAuthenticate(context.apiKey));
		addTaskRoutes(keyed, context);
		addAccountRoutes(keyed, context);
		addUploadRoute(keyed, context);
		addLegacyRoutes(keyed, context);
	});
	void app.register(async (bearing) => {
		bearing.addHook('preHandler', createAuthenticateBearer(context.apiKey));
		addChatRoutes(bearing, context);
	});
	addUploadedFiles(app, context);
}
