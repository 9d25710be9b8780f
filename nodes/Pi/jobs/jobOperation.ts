import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { BatchOperation, Operation } from '../../../lib/operations/operation';
import { startJobs } from '../../../lib/waiting/startJobs';
import { propertiesOf, type BodyField } from '../body/bodyField';
import { readBody } from '../body/readBody';
import { completionFields } from './completionFields';
import { createdJobs, type Order } from './createdJobs';
import { jobs, type JobKind } from './jobKinds';
import { waitForJobs } from '../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../lib/waiting/waitSettings';

interface JobOrder {
	/** From `/api/v1` on. */
	path: string;
	body: readonly BodyField[];
	/** What is wrong with a body although each field is right. */
	problemOf?(body: IDataObject): string | undefined;
	kind?: JobKind;
}

type Words = Pick<Operation, 'value' | 'name' | 'action' | 'description'> & {
	/** What to do after Don't Wait, where Pi sends no webhook. */
	none?: string;
};

/** An operation that creates a job from fields and follows it up. */
export function jobOperation(
	words: Words,
	{ path, body, problemOf, kind }: JobOrder,
): BatchOperation {
	return followedUp(words, propertiesOf(body), kind ?? jobs, async (ctx, itemIndex) => {
		const read = await readBody(ctx, itemIndex, body);
		const problem = problemOf?.(read);
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		return { path, body: read };
	});
}

/** An operation that creates a job in any way and follows it up. */
export function followedUp(
	{ none, ...words }: Words,
	fields: BatchOperation['fields'],
	kind: JobKind,
	orderOf: (...of: Parameters<Parameters<typeof createdJobs>[1]>) => Promise<Order>,
): BatchOperation {
	return {
		...words,
		fields: [...fields, ...completionFields(none)],
		async runAll(ctx) {
			const source = createdJobs(kind, orderOf);
			const settings = waitSettings(ctx, 'poll');
			return ctx.getNodeParameter('completion', 0, 'wait') === 'none'
				? await startJobs(ctx, source, settings.concurrency, () => undefined)
				: await waitForJobs(ctx, source, settings);
		},
	};
}
