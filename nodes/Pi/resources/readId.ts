import type { IExecuteFunctions } from 'n8n-workflow';
import { pathSegment } from '../../../lib/http/pathSegment';

/**
 * An ID from a field of the form, ready to stand in a path.
 *
 * @throws NodeOperationError when no path can hold it
 */
export function readId(ctx: IExecuteFunctions, itemIndex: number, name: string): string {
	return pathSegment(ctx, String(ctx.getNodeParameter(name, itemIndex, '')), itemIndex);
}
