import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { idempotencyKey } from '../../../lib/http/idempotencyKey';
import type { Job } from '../../../lib/waiting/job';
import type { PolledJobs } from '../../../lib/waiting/jobSource';
import { dataOf, sendToPi } from '../api';
import { isIdempotent } from './idempotentPaths';
import type { JobKind } from './jobKinds';
import { asJob, readJob } from './readJob';

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
): PolledJobs {
	// What a job's later answers may have forgotten: campaigns drop it (docs/reference/pi.md 4).
	const told = new Map<string, IDataObject>();
	const complete = (job: Job): Job => ({ ...job, json: { ...job.json, ...lacking(job, told) } });

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
		told.set(id, {
			reference: body.client_reference_id,
			metadata: body.metadata,
			replayed: answer.headers['x-idempotency-replayed'] === 'true',
		});
		return complete({ ...asJob(kind, id, { id, status: 'queued', ...data }), done: false });
	}

	return {
		name: 'Pi',
		prepare,
		ifLost: (itemIndex) =>
			unrepeatable.has(itemIndex) ? 'the jobs in the dashboard of Pi' : undefined,
		adopt({ id, json: { reference, metadata, replayed } }) {
			told.set(id, { reference, metadata, replayed });
		},
		look: async (ctx, id) => complete(asJob(kind, id, await readJob(ctx, { kind, id }))),
		lookLong: async (ctx, id, waitMs) =>
			complete(asJob(kind, id, await readJob(ctx, { kind, id, waitMs }))),
	};
}

function lacking({ id, json }: Job, told: Map<string, IDataObject>): IDataObject {
	const { reference = null, metadata = null, ...rest } = told.get(id) ?? {};
	return {
		reference: json.reference ?? reference,
		metadata: json.metadata ?? metadata,
		...rest,
	};
}

function noJob(ctx: IExecuteFunctions, itemIndex: number, path: string): NodeOperationError {
	return new NodeOperationError(ctx.getNode(), 'Pi answered without the ID of a job', {
		itemIndex,
		description: `${path} may not be an endpoint that creates jobs`,
	});
}
