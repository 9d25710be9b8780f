import { describeTrigger } from './describe.mjs';

/** Starts with as many items as the body says. */
export class ItemsTrigger {
	description = describeTrigger('itemsTrigger', 'Items Trigger');

	async webhook() {
		const { items } = this.getBodyData();
		const each = Array.from({ length: items }, (_, i) => ({ json: { prompt: `picture ${i}` } }));
		return { workflowData: [each], webhookResponse: { status: 'accepted' } };
	}
}
