import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../lib/delivery/isoTime';
import { idOf, textOf } from '../../lib/text';
import { simplifyBacktest } from './simplifyBacktest';

/**
 * The simplified item of an event. Deliveries come in any order, hence `occurredAt`: when the event
 * happened, not when it was sent (docs/reference/pipai.md 4).
 */
export function simplifyEvent({ id, type, created_at: createdAt, data }: IDataObject): IDataObject {
	const head = { event: type, eventId: idOf(id) || null };
	const occurredAt = isoTime(Date.parse(textOf(createdAt)));
	return type === 'backtest.job_done'
		? { ...head, ...simplifyBacktest((data ?? {}) as IDataObject), occurredAt }
		: { ...head, occurredAt, data: data ?? {} };
}
