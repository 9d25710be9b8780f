import type { Dispatcher } from 'undici';
import { send } from './send.mts';
import type { DeliveryRecord, Exchange } from './types.mts';

export interface Redelivery {
	/** Of a delivery in the journal that had at least one attempt. */
	id: string;
	/** Copies at once; default 1. */
	times?: number;
	/** Another receiver. */
	url?: string;
}

/** Sends the very bytes and headers of an earlier delivery again; throws when it is unknown. */
export async function redeliver(
	{ id, times, url }: Redelivery,
	records: DeliveryRecord[],
	dispatcher: Dispatcher,
): Promise<Exchange[]> {
	const last = records.find((record) => record.id === id)?.attempts.at(-1);
	if (!last) throw new Error(`No delivery ${id} was attempted`);
	return await send({ ...last.sent, url: url ?? last.url, times }, dispatcher);
}
