import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isoTime } from '../../lib/delivery/isoTime';
import type { EventSource } from '../../lib/delivery/eventSource';
import { livekitScheme } from './scheme';
import { verify } from '../../lib/signatures/verify';
import { redact } from '../../lib/http/redact';
import { commaList, idOf, textOf } from '../../lib/text';
import { isRecord } from '../../lib/http/isRecord';

/** What opens a TURN server, a stream or a storage (docs/reference/livekit.md). */
const isSecret = (name: string) =>
	/^(?:turn_?password|stream_?key|secret|session_?token|account_?key|credentials|password)$/i.test(
		name,
	);

/** How LiveKit's deliveries are verified and read (docs/reference/livekit.md). */
export const liveKitDeliveries: EventSource = {
	name: 'LiveKit',

	async verify(ctx, delivery, window) {
		const { apiKey, apiSecret } = await ctx.getCredentials<{ apiKey: string; apiSecret: string }>(
			'liveKitApi',
		);
		const keys = { secrets: [apiSecret], issuers: [apiKey.trim()] };
		// A token lives as long as the window is by default, and after it for as long as clocks may differ.
		const tolerance = window.tolerance + livekitScheme.leeway;
		return verify(livekitScheme, keys, delivery, { ...window, tolerance });
	},

	parse(body) {
		if (!isRecord(body) || typeof body.event !== 'string' || body.event === '') return undefined;
		return { type: body.event, id: idOf(body.id), body: redact(body, { isSecret }) };
	},

	wanted(ctx: IWebhookFunctions, { body }) {
		const { room } = ctx.getNodeParameter('options', {}) as IDataObject;
		const wanted = commaList(room);
		return wanted.length === 0 || wanted.includes(roomOf(body) ?? '');
	},

	simplify(body) {
		const { event, id, createdAt, ...data } = body;
		const participant = isRecord(body.participant) ? body.participant.identity : undefined;
		return {
			event,
			eventId: idOf(id) || null,
			occurredAt: timeOf(createdAt),
			data,
			room: roomOf(body) ?? null,
			participant: participant ?? null,
		};
	},
};

/** The name of the room that an event is about; egress and ingress name it in their own place. */
function roomOf({ room, egressInfo, ingressInfo }: IDataObject): string | undefined {
	const names = [
		isRecord(room) && room.name,
		isRecord(egressInfo) && egressInfo.roomName,
		isRecord(ingressInfo) && ingressInfo.roomName,
	];
	return names.find((name): name is string => typeof name === 'string' && name !== '');
}

/** Unix seconds; a 64-bit number is text in proto JSON. */
function timeOf(seconds: unknown): string | null {
	return isoTime(Number(textOf(seconds) || Number.NaN) * 1000);
}
