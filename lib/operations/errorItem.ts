import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeOperationError,
} from 'n8n-workflow';
import { asNodeError } from './asNodeError';

/**
 * What becomes of an item whose operation failed: an item with the error where the node is set to
 * continue, else the error itself, with the item's index.
 *
 * The error stands in `error` and `details` of the item's `json`, by which n8n knows it for its error
 * output. In the item's own `error` n8n would keep nothing but the message (n8n-core 2.41).
 *
 * @param more what else is known, such as the job that was created
 * @throws NodeApiError or NodeOperationError
 */
export function errorItem(
	ctx: IExecuteFunctions,
	thrown: unknown,
	itemIndex: number,
	more: IDataObject = {},
): INodeExecutionData {
	const error = asNodeError(ctx, thrown, itemIndex);
	if (!ctx.continueOnFail()) throw error;
	return {
		json: { error: error.message, details: { ...told(error), ...more } },
		pairedItem: { item: itemIndex },
	};
}

function told(error: NodeApiError | NodeOperationError): IDataObject {
	return {
		...(error.description && { description: error.description }),
		...(error instanceof NodeApiError && error.httpCode && { httpCode: error.httpCode }),
	};
}
