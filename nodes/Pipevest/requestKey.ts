import type { IExecuteFunctions } from 'n8n-workflow';
import { idempotencyKey } from '../../lib/http/idempotencyKey';

/** The idempotency key of one item's request in the form that Pipevest asks for, a UUID (docs/reference/pipevest.md 2). */
export function requestKey(ctx: IExecuteFunctions, itemIndex: number): string {
	const hex = idempotencyKey(ctx, itemIndex).replaceAll('-', '');
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
