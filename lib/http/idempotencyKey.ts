import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * The idempotency key of one item's request: the same when n8n runs the node again because of
 * Retry On Fail, another in every round of a loop and in every execution. n8n counts the rounds of
 * a node (`$runIndex`) and keeps the count while it retries. The resume URL carries a random token
 * of the execution, which tells executions of the same number apart: those of another n8n, or of
 * this one after its database was emptied.
 */
export function idempotencyKey(ctx: IExecuteFunctions, itemIndex: number): string {
	const executionId = ctx.getExecutionId();
	if (!executionId) return randomUUID();
	const resumeUrl = String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	const round = String(ctx.evaluateExpression('{{ $runIndex }}', 0));
	const identity = [executionId, resumeUrl, ctx.getNode().id, round, itemIndex];
	return createHash('sha256').update(identity.join(':')).digest('hex');
}
