import type { IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { asNodeError } from '../operations/asNodeError';
import type { PolledJobs } from './jobSource';

/** An error that ends a run, with the jobs that nobody waits for now: they may cost money. */
export function withCreatedJobIds(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	thrown: unknown,
	ids: string[],
): NodeApiError | NodeOperationError {
	const error = asNodeError(ctx, thrown, 0);
	if (ids.length > 0) {
		const created = `Created at ${source.name} before this, and not waited for: ${ids.join(', ')}`;
		error.description = [error.description, created].filter(Boolean).join('. ');
	}
	return error;
}
