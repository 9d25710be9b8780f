import { createHash } from 'node:crypto';
import type { ProviderEvent } from './event';
import type { DeduplicateBy } from './triggerOptions';

const LONGEST = 200;

/** What an event is claimed and settled by; blank when it is not to be deduplicated. */
export function eventKey(event: ProviderEvent, by: DeduplicateBy): string {
	if (by === 'off') return '';
	// Some senders give what one action caused the same id, of whatever type (Shopify's event id).
	const id = event.id && `${unsplit(event.type)}:${event.id}`;
	const key = by === 'job' ? (event.jobKey ?? id) : id || (event.jobKey ?? '');
	return key.length <= LONGEST ? key : createHash('sha256').update(key).digest('base64');
}

/** So that the first colon ends the type. Types without one, nearly all, keep the keys that are recorded. */
function unsplit(type: string): string {
	return type.replace(/[%:]/g, encodeURIComponent);
}
