import type { FastifyInstance } from 'fastify';
import { WebhookReceiver } from 'livekit-server-sdk';
import { bodyOf } from '../../shared/server/bodyOf.mts';
import type { PiContext } from '../context.mts';
import { refuse } from '../envelope.mts';
import { shelf } from '../library/shelf.mts';

/**
 * LiveKit's events to Pi: no Pi key, LiveKit's own signature; only the end of a known room is handled
 * (docs/reference/pi.md 10).
 */
export function addLiveKitRoute(app: FastifyInstance, context: PiContext): void {
	const { apiKey, apiSecret } = context.liveKit;
	const receiver = new WebhookReceiver(apiKey, apiSecret);

	app.post('/api/v1/voice/webhooks/livekit', async (request, reply) => {
		const body = bodyOf(request).toString();
		try {
			const event = await receiver.receive(body, request.headers.authorization);
			const session = [...shelf(context, 'sessions').values()].find(
				({ room }) => room === event.room?.name,
			);
			const handled = event.event === 'room_finished' && session !== undefined;
			if (handled) Object.assign(session, { status: 'completed' });
			return { received: true, handled };
		} catch {
			return await refuse(reply, 400, 'webhook_verification_failed');
		}
	});
}
