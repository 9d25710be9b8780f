import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * An ID from a field of the form, ready to stand in a path.
 *
 * @throws NodeOperationError when it is empty
 */
export function readId(ctx: IExecuteFunctions, itemIndex: number, name: string): string {
	const id = String(ctx.getNodeParameter(name, itemIndex, '')).trim();
	if (id) return encodeURIComponent(id);
	throw new NodeOperationError(ctx.getNode(), 'The ID is empty', { itemIndex });
}
