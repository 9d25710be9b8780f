import type { FastifyInstance } from 'fastify';
import { createAuthenticate } from './authenticate.mts';
import type { PiContext } from './context.mts';
import { addCreateRoutes } from './jobs/addCreateRoutes.mts';
import { addJobRoute } from './jobs/addJobRoute.mts';
import { addLibraryRoutes } from './library/addLibraryRoutes.mts';
import { addRunRoutes } from './runs/addRunRoutes.mts';
import { addLiveKitRoute } from './voice/addLiveKitRoute.mts';
import { addVoiceRoutes } from './voice/addVoiceRoutes.mts';
import { addWebhookRoutes } from './webhooks/addWebhookRoutes.mts';

/** Every endpoint of the provider, behind the key where it asks for one. */
export function addRoutes(app: FastifyInstance, context: PiContext): void {
	void app.register(async (keyed) => {
		keyed.addHook('preHandler', createAuthenticate(context.apiKey));
		addWebhookRoutes(keyed, context);
		addCreateRoutes(keyed, context);
		addJobRoute(keyed, context);
		addRunRoutes(keyed, context);
		addLibraryRoutes(keyed, context);
		addVoiceRoutes(keyed, context);
	});
	addLiveKitRoute(app, context);
	app.get('/api/health', async () => ({ object: 'pi_health', ok: true, checks: {} }));
}
