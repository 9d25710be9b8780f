import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

const KEY = 'pihooksRun';

interface Kept {
	round: string;
	run: string;
}

/**
 * Names this run of the node: the same when n8n runs it again because of Retry On Fail, and when the
 * user retries the failed execution, which keeps the node's context (n8n 2.41, `ExecutionService.retry`);
 * another in every round of a loop, in every other execution, and once the node's fields are changed.
 * n8n counts the rounds of a node (`$runIndex`) and keeps the count while it retries. The resume URL
 * carries a random token, which tells executions of the same number apart: those of another n8n, or of
 * this one after its database was emptied.
 *
 * @returns nothing where n8n gave the execution no ID
 */
export function nodeRun(ctx: IExecuteFunctions): string | undefined {
	const executionId = ctx.getExecutionId();
	if (!executionId) return undefined;
	const { id, parameters } = ctx.getNode();
	const round = hashOf([ctx.evaluateExpression('{{ $runIndex }}', 0), parameters]);
	const context = ctx.getContext('node') as IDataObject & { [KEY]?: Kept };
	const kept = ctx.getMode() === 'retry' ? context[KEY] : undefined;
	if (kept?.round === round) return kept.run;
	const resumeUrl = ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0);
	const run = hashOf([executionId, resumeUrl, id, round]);
	context[KEY] = { round, run };
	return run;
}

function hashOf(values: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
