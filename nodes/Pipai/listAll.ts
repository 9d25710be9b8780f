import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../lib/http/request';
import { callPipai, type PipaiCall } from './api';

const MOST_PER_PAGE = 100;

interface Listing extends Pick<PipaiCall, 'path' | 'qs' | 'scope' | 'itemIndex'> {
	/** How many to read at most; default: all. */
	most?: number;
}

/**
 * Reads a list page by page (docs/reference/pipai.md 3: at most 100 each).
 *
 * @throws NodeApiError, or NodeOperationError when the answer has no list: taken for an empty one, a
 * webhook that is there would be registered again
 */
export async function listAll(
	ctx: RequestContext,
	{ most = Infinity, qs, ...call }: Listing,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const cursors = new Set<string>();
	for (let cursor = ''; ; ) {
		const limit = Math.min(MOST_PER_PAGE, most - found.length);
		const answer = await callPipai(ctx, { ...call, method: 'GET', qs: { ...qs, limit, cursor } });
		const { data, next_cursor: next } = answer;
		if (!Array.isArray(data)) {
			throw new NodeOperationError(
				ctx.getNode(),
				'PipAI answered without a list. Check the base URL in the credential',
				{ itemIndex: call.itemIndex },
			);
		}
		found.push(...(data as IDataObject[]));
		// A cursor that comes twice would go round for ever.
		if (typeof next !== 'string' || !next || cursors.has(next) || found.length >= most) break;
		cursors.add(next);
		cursor = next;
	}
	return found.slice(0, most);
}
