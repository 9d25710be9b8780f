import { standardWebhooks } from '../../lib/signatures/schemes';
import type { SenderDefinition } from './senderDefinition';

/** Of senders that sign as Standard Webhooks do: the signed id is the event's. */
export const standardSender = {
	scheme: standardWebhooks,
	id: [],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }, { path: 'created_at' }],
} satisfies Partial<SenderDefinition>;

/** And whose body has their envelope. */
export const standardEnvelope = { ...standardSender, data: 'data' };
