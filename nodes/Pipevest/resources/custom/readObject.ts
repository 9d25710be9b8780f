import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';

/**
 * A field that holds a JSON object, typed as text or given by an expression.
 *
 * @throws NodeOperationError when it holds something else
 */
export function readObject(ctx: IExecuteFunctions, itemIndex: number, field: string): IDataObject {
	const given = ctx.getNodeParameter(field, itemIndex, {});
	const value = typeof given === 'string' ? parsed(given) : given;
	if (isRecord(value)) return value;
	throw new NodeOperationError(ctx.getNode(), `The field "${field}" is not a JSON object`, {
		itemIndex,
	});
}

function parsed(text: string): unknown {
	try {
		return text.trim() === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}
