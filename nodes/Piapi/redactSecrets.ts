import type { IDataObject } from 'n8n-workflow';
import { redact } from '../../lib/http/redact';

/**
 * What PiAPI echoes of a callback inside the task (docs/reference/piapi.md 1.4): its secret, and its
 * address, which for a waiting execution is the resume URL with the token in it.
 */
const ECHOED = new Set(['secret', 'webhook_secret', 'endpoint', 'webhook_endpoint']);

/** No item may carry what a callback is proven or reached by. */
export function redactSecrets<T extends IDataObject>(body: T): T {
	return redact(body, { isSecret: (name) => ECHOED.has(name) });
}
