import type { FastifyInstance } from 'fastify';
import { TokenVerifier } from 'livekit-server-sdk';

/** The project's rooms, for whoever wants to know whether a key is right. */
export function addRoomRoutes(
	app: FastifyInstance,
	{ apiKey, apiSecret }: { apiKey: string; apiSecret: string },
): void {
	const verifier = new TokenVerifier(apiKey, apiSecret);

	app.post('/twirp/livekit.RoomService/ListRooms', async (request, reply) => {
		const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
		try {
			const { video } = await verifier.verify(token);
			if (video?.roomList === true) return { rooms: [] };
			return await reply.code(403).send({ code: 'permission_denied', msg: 'requires roomList' });
		} catch {
			return await reply.code(401).send({ code: 'unauthenticated', msg: 'invalid token' });
		}
	});
}
