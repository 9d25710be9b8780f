import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemOperation, Operation } from '../../../lib/operations/operation';
import { mostOf, pagingFields } from '../../../lib/operations/pagingFields';
import { callPi } from '../api';
import { listOf } from '../listOf';

/** The most that Pi gives at a time (docs/reference/pi.md 9). */
const PAGE = 100;

interface List extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	/** From `/api/v1` on. */
	path: string;
	/** Fields that become query parameters of the same name. */
	filters?: INodeProperties[];
}

/** An operation that lists things, page by page. */
export function getManyOperation({ path, filters = [], ...words }: List): ItemOperation {
	return {
		...words,
		fields: [...pagingFields, ...filters],
		async run(ctx, itemIndex) {
			const most = mostOf(ctx, itemIndex);
			const asked = Object.fromEntries(
				filters
					.map(({ name }) => [name, ctx.getNodeParameter(name, itemIndex, '') as string])
					.filter(([, value]) => value !== ''),
			) as IDataObject;
			const found: IDataObject[] = [];
			for (let hasMore = true; hasMore && found.length < most; ) {
				const limit = Math.min(PAGE, most - found.length);
				const qs = { ...asked, limit, offset: found.length };
				const data = await callPi(ctx, { method: 'GET', path, qs, itemIndex });
				const page = listOf(ctx, data);
				found.push(...page);
				hasMore = data.has_more === true && page.length > 0;
			}
			return found.slice(0, most);
		},
	};
}
