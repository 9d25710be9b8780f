import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { snakeCase, type BodyField } from './bodyField';
import { readImages } from './readImages';
import { readValue } from './readValue';

/**
 * The body that an item's parameters make. What is empty is left out.
 *
 * @throws NodeOperationError for a required field that is empty, JSON that is none, an image that Pi
 * does not take
 */
export async function readBody(
	ctx: IExecuteFunctions,
	itemIndex: number,
	fields: readonly BodyField[],
): Promise<IDataObject> {
	const body: IDataObject = {};
	for (const { property, key = snakeCase(property.name), media } of fields) {
		const given: unknown = ctx.getNodeParameter(property.name, itemIndex, undefined);
		const reading = readValue(property, given);
		if ('problem' in reading)
			throw new NodeOperationError(ctx.getNode(), reading.problem, { itemIndex });
		const { value } = reading;
		if (value === undefined && property.required) {
			throw new NodeOperationError(ctx.getNode(), `"${property.displayName}" is empty`, {
				itemIndex,
			});
		}
		if (value === undefined) continue;
		body[key] = media
			? await readImages(ctx, itemIndex, property.displayName, value, media)
			: (value as IDataObject[string]);
	}
	return body;
}
