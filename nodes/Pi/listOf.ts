import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../lib/http/request';
import { isRecord } from '../../lib/http/isRecord';

/**
 * The entries of a list: `data.data` of its envelope (docs/reference/pi.md 5).
 *
 * @throws NodeOperationError when there is none: taking that for an empty list could register twice
 */
export function listOf(ctx: RequestContext, { data }: IDataObject): IDataObject[] {
	if (Array.isArray(data)) return data.filter(isRecord);
	throw new NodeOperationError(
		ctx.getNode(),
		'Pi answered without a list. Check the base URL in the credential',
	);
}
