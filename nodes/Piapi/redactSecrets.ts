import type { IDataObject } from 'n8n-workflow';

const REDACTED = '[redacted]';

/** PiAPI echoes the callback's secret inside the task (docs/reference/piapi.md 1.4); no item may carry it. */
export function redactSecrets<T extends IDataObject>(body: T): T {
	const open: object[] = [body];
	for (let next = open.pop(); next; next = open.pop()) {
		for (const [key, value] of Object.entries(next)) {
			if (typeof value === 'object' && value !== null) open.push(value);
			else if ((key === 'secret' || key === 'webhook_secret') && value)
				Object.assign(next, { [key]: REDACTED });
		}
	}
	return body;
}
