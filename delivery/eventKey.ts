import { createHash } from 'node:crypto';
import type { ProviderEvent } from './event';
import type { DeduplicateBy } from './triggerOptions';

const LONGEST = 200;

/** What an event is claimed and settled by; blank when it is not to be deduplicated. */
export function eventKey(event: ProviderEvent, by: DeduplicateBy): string {
	if (by === 'off') return '';
	const key = by === 'job' ? (event.jobKey ?? event.id) : event.id || (event.jobKey ?? '');
	return key.length <= LONGEST ? key : createHash('sha256').update(key).digest('base64');
}
