import { NodeOperationError, sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { AcceptedEvent, Confirmation } from './event';
import { eventKey } from './eventKey';
import type { EventSource } from './eventSource';
import type { TriggerOptions } from './triggerOptions';

/** Pauses before the API is asked again, in ms: it may be a moment behind its own webhook. */
const PAUSES = [1000, 3000, 6000];

/**
 * The event as the provider's API tells it. Where more has happened since, it is the later event,
 * with its own key: its own delivery is then a duplicate.
 *
 * @throws NodeApiError, or NodeOperationError while the API says that the job is not as far
 */
export async function confirmed(
	ctx: IExecuteFunctions,
	source: EventSource,
	delivered: AcceptedEvent,
	{ deduplicateBy }: TriggerOptions,
): Promise<AcceptedEvent> {
	if (!source.confirm) return delivered;
	let said: Confirmation = await source.confirm(ctx, delivered);
	for (const pause of PAUSES) {
		if ('event' in said) break;
		await sleep(pause);
		said = await source.confirm(ctx, delivered);
	}
	if ('stillSays' in said)
		throw new NodeOperationError(
			ctx.getNode(),
			`${source.name} does not confirm "${delivered.type}": its API says "${said.stillSays}"`,
			{
				description:
					'The delivery is authentic, but the job has not come as far. Retry this execution later, or turn Confirm off if the API is known to lag behind',
			},
		);
	const { type, id, occurredAt, body } = said.event;
	const key = type === delivered.type ? delivered.key : eventKey(said.event, deduplicateBy);
	return { type, id, key, body, ...(occurredAt && { occurredAt }) };
}
