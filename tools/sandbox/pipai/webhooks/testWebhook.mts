import type { PipaiContext } from '../context.mts';
import { newId } from '../newId.mts';
import type { Webhook } from '../types.mts';
import { deliverEvent } from './deliverEvent.mts';

/** One delivery of made-up data, and what became of it (docs/reference/pipai.md 3). */
export async function testWebhook(context: PipaiContext, webhook: Webhook, type: string) {
	const event = {
		id: newId('evt_test_', 6),
		type,
		created_at: new Date(context.clock.now()).toISOString(),
		data: { test: true, message: 'A test event with made-up data' },
	};
	const { record, done } = deliverEvent(context, webhook, event, { once: true });
	await done;
	const answer = record.attempts[0]?.answer;
	return {
		test_event_id: event.id,
		delivered: record.state === 'delivered',
		response_status: answer?.status ?? null,
		response_time_ms: answer?.status ? answer.ms : null,
		error: answer?.error ?? null,
	};
}
