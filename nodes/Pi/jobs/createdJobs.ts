import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { idempotencyKey } from '../../../lib/http/idempotencyKey';
import type { CallsNobody, Job } from '../../../lib/waiting/jobSource';
import { dataOf, sendToPi } from '../api';
import { isIdempotent } from './idempotentPaths';
import type { JobKind } from './jobKinds';
import { asJob, looksAt } from './readJob';

/** The create call of an item. */
export interface Order {
	/** From `/api/v1` on. */
	path: string;
	body: IDataObject;
}

/**
 * How jobs are created and waited for. A call that knows idempotency keys carries one, so that neither
 * a lost answer nor Retry On Fail buys a job twice.
 *
 * @param orderOf the call that an item's parameters make
 */
export function createdJobs(
	kind: JobKind,
	orderOf: (ctx: IExecuteFunctions, itemIndex: number) => Promise<Order>,
): CallsNobody {
	/** The items whose call Pi would carry out once more. */
	const unrepeatable = new Set<number>();

	async function prepare(ctx: IExecuteFunctions, itemIndex: number) {
		const order = await orderOf(ctx, itemIndex);
		if (!isIdempotent(order.path)) unrepeatable.add(itemIndex);
		return async () => await create(ctx, itemIndex, order);
	}

	async function create(
		ctx: IExecuteFunctions,
		itemIndex: number,
		{ path, body }: Order,
	): Promise<Job> {
		const answer = await sendToPi(ctx, {
			method: 'POST',
			path,
			body,
			itemIndex,
			...(isIdempotent(path) && { idempotencyKey: idempotencyKey(ctx, itemIndex) }),
		});
		const data = dataOf(answer);
		const id = kind.idOf(data);
		if (!id) throw noJob(ctx, itemIndex, path);
		const { json } = asJob(kind, id, { id, status: 'queued', ...data });
		const sent = {
			reference: json.reference ?? body.client_reference_id ?? null,
			metadata: json.metadata ?? body.metadata ?? null,
			replayed: answer.headers['x-idempotency-replayed'] === 'true',
		};
		return { id, done: false, json: { ...json, ...sent } };
	}

	return {
		...looksAt(kind),
		prepare,
		ifLost: (itemIndex) =>
			unrepeatable.has(itemIndex) ? 'the jobs in the dashboard of Pi' : undefined,
		// Campaigns drop what was sent with them (docs/reference/pi.md 4).
		remembers: ['reference', 'metadata', 'replayed'],
	};
}

function noJob(ctx: IExecuteFunctions, itemIndex: number, path: string): NodeOperationError {
	return new NodeOperationError(ctx.getNode(), 'Pi answered without the ID of a job', {
		itemIndex,
		description: `${path} may not be an endpoint that creates jobs`,
	});
}
