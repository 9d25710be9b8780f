import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { nodeRun } from './nodeRun';

/** The idempotency key of one item's request: the same whenever this run of the node is tried again. */
export function idempotencyKey(ctx: IExecuteFunctions, itemIndex: number): string {
	const run = nodeRun(ctx);
	if (run === undefined) return randomUUID();
	return createHash('sha256').update(`${run}:${itemIndex}`).digest('hex');
}
