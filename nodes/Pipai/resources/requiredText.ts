import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * The text of a field that must not be blank.
 *
 * @throws NodeOperationError
 */
export function requiredText(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
): string {
	const text = String(ctx.getNodeParameter(name, itemIndex, '') ?? '').trim();
	if (text) return text;
	throw new NodeOperationError(ctx.getNode(), `"${label}" is empty`, { itemIndex });
}
