import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/** An error as n8n shows it, with the index of the item to blame. */
export function asNodeError(
	ctx: IExecuteFunctions,
	thrown: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		thrown.context.itemIndex ??= itemIndex;
		return thrown;
	}
	return new NodeOperationError(ctx.getNode(), thrown instanceof Error ? thrown : String(thrown), {
		itemIndex,
	});
}
