import { NodeOperationError } from 'n8n-workflow';
import type { RequestContext } from './request';

/** Half of an emoji, such as a cut text ends with: nothing can encode it. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * An ID, ready to stand in a path. URL parsers take `.` and `..` for directions, however they are
 * encoded, so that a call would reach the parent: `DELETE /agents/` for one agent. Slashes are encoded.
 *
 * @throws NodeOperationError when no path can hold it
 */
export function pathSegment(ctx: RequestContext, id: string, itemIndex?: number): string {
	const trimmed = id.trim();
	const problem = trimmed === '' ? 'The ID is empty' : unfitProblem(trimmed);
	if (!problem) return encodeURIComponent(trimmed);
	throw new NodeOperationError(ctx.getNode(), problem, {
		itemIndex,
		description: 'Take the ID from the item that created or listed the thing',
	});
}

function unfitProblem(id: string): string | undefined {
	const isFit = id !== '.' && id !== '..' && !HALF_CHARACTER.test(id);
	return isFit ? undefined : `"${id}" is not an ID`;
}
