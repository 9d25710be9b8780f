import { describeTrigger } from './describe.mjs';

/** The least that a trigger can do for a delivery that starts no execution. */
export class AnsweringTrigger {
	description = describeTrigger('answeringTrigger', 'Answering Trigger');

	async webhook() {
		return { webhookResponse: { status: 'duplicate' } };
	}
}
