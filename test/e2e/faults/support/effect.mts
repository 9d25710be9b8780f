import { createReceiver } from '../../../contract/support/createReceiver.mts';
import type { Step } from '../../support/workflows.mts';

/**
 * A node that leaves a trace outside n8n, where no crash takes it away again: it posts `says`, the
 * JavaScript of an expression, as JSON to a receiver that answers after `delayMs`.
 */
export async function createEffect(name: string, says: string, delayMs = 0) {
	const receiver = await createReceiver([], delayMs);
	const step: Step = {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: receiver.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ ${says} }}`,
		},
	};
	return {
		step,
		/** What was said, in the order it came. */
		said: <T,>() => receiver.received.map(({ body }) => JSON.parse(body) as T),
		close: receiver.close,
	};
}
