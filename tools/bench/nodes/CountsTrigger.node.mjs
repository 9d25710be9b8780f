import { counts } from './counts.mjs';
import { describeTrigger } from './describe.mjs';

/** Tells from outside what `finish` has counted. */
export class CountsTrigger {
	description = describeTrigger('countsTrigger', 'Counts Trigger', 'GET');

	async webhook() {
		return { webhookResponse: Object.fromEntries(counts) };
	}
}
