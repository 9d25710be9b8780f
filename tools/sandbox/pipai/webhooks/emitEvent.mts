import type { PipaiContext } from '../context.mts';
import { newId } from '../newId.mts';
import { deliverEvent } from './deliverEvent.mts';
import { covers } from './eventTypes.mts';

export interface Emission {
	type: string;
	data?: Record<string, unknown>;
	/** Default: a new one. */
	id?: string;
	/** ISO; default: now. */
	createdAt?: string;
	/** How many answers of each receiver are lost on their way back. */
	lostAnswers?: number;
}

/** Tells every active webhook that subscribes to it; answers the deliveries' ids. */
export function emitEvent(context: PipaiContext, emission: Emission): string[] {
	const { type, data = {}, lostAnswers } = emission;
	const event = {
		id: emission.id ?? newId('evt_', 6),
		type,
		created_at: emission.createdAt ?? new Date(context.clock.now()).toISOString(),
		data,
	};
	return [...context.webhooks.values()]
		.filter(
			({ status, events }) => status === 'active' && events.some((each) => covers(each, type)),
		)
		.map((webhook) => deliverEvent(context, webhook, event, { lostAnswers }).record.id);
}
