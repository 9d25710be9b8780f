import { isoTime } from '../../lib/delivery/isoTime';
import type { EventSource } from '../../lib/delivery/eventSource';
import { isRecord } from '../../lib/http/isRecord';
import { chosenSubscriptions } from './chosenSubscriptions';
import { ALL } from './subscriptions';
import { verifyDelivery } from './verifyDelivery';
import { idOf, isText } from '../../lib/text';

/** How Pipevest's deliveries are verified and read (docs/reference/pipevest.md 6). */
export const pipevestDeliveries: EventSource = {
	name: 'Pipevest',
	verify: verifyDelivery,

	parse(body) {
		if (!isRecord(body) || !isText(body.event)) return undefined;
		return { type: body.event, id: idOf(body.eventId), body };
	},

	// A domain stands for all that happens in it.
	events: (ctx) =>
		chosenSubscriptions(ctx).flatMap((name) => (name === ALL ? ['*'] : [name, `${name}.*`])),

	simplify: ({ event, eventId, createdAt, data }) => ({
		event,
		eventId: idOf(eventId) || null,
		occurredAt: timeOf(createdAt),
		data: data ?? {},
	}),
};

/** Unix seconds. */
function timeOf(createdAt: unknown): string | null {
	return isoTime(typeof createdAt === 'number' ? createdAt * 1000 : Number.NaN);
}
