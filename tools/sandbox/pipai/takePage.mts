import { invalid, type Refusal } from './refuse.mts';

interface Paging {
	/** Where no `limit` is given. */
	usual: number;
	/** What a page has at most. */
	pageSize: number;
}

const MOST = 100;

/**
 * One page of what is listed, newest last, after the item that the cursor names
 * (docs/reference/pipai.md 3 and 5: `limit` 1 to 100).
 */
export function takePage<T extends { id: string }>(
	items: T[],
	query: URLSearchParams,
	{ usual, pageSize }: Paging,
): { page: T[]; next: string | null } | Refusal {
	const asked = query.has('limit') ? Number(query.get('limit')) : usual;
	if (!Number.isInteger(asked) || asked < 1 || asked > MOST) {
		return invalid(`limit must be 1 to ${MOST}`);
	}
	const limit = Math.min(asked, pageSize);
	const cursor = query.get('cursor');
	const after = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
	const start = cursor === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
	if (cursor !== null && start === 0) return invalid('cursor is unknown');
	const page = items.slice(start, start + limit);
	const last = page.at(-1);
	const isMore = last !== undefined && start + limit < items.length;
	return { page, next: isMore ? Buffer.from(last.id).toString('base64url') : null };
}
