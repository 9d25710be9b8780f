import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { asNodeError } from './asNodeError';

/**
 * What becomes of an item whose operation failed: an item with the error where the node is set to
 * continue, else the error itself, with the item's index.
 *
 * @throws NodeApiError or NodeOperationError
 */
export function errorItem(
	ctx: IExecuteFunctions,
	thrown: unknown,
	itemIndex: number,
): INodeExecutionData {
	const error = asNodeError(ctx, thrown, itemIndex);
	if (!ctx.continueOnFail()) throw error;
	return {
		json: { error: error.message, ...details(error) },
		error,
		pairedItem: { item: itemIndex },
	};
}

function details(error: NodeApiError | NodeOperationError) {
	return {
		...(error.description && { description: error.description }),
		...(error instanceof NodeApiError && error.httpCode && { httpCode: error.httpCode }),
	};
}
