import { describeTrigger } from './describe.mjs';

/** The least that a trigger can do: it passes the body on, unverified. */
export class BareTrigger {
	description = describeTrigger('bareTrigger', 'Bare Trigger');

	async webhook() {
		return {
			workflowData: [[{ json: this.getBodyData() }]],
			webhookResponse: { status: 'accepted' },
		};
	}
}
