import { createHmac } from 'node:crypto';
import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { ProviderRequest } from '../../lib/http/request';
import type { CallsUrlPerJob, Job, LookContext } from '../../lib/waiting/jobSource';
import { callService } from './api';
import { buildCreate, buildJobRequest } from './buildRequest';
import { readReference, referenceOf } from './jobReference';
import type { Preparation } from './prepare';
import { jobItem, readJob, readJobId } from './readJob';
import { serviceOf, type Service } from './service';
import { segmentProblem, type JobPlace } from './templates';

/** Says what the secret of callback URLs is for, so that it opens nothing else. */
const LABEL = 'n8n-nodes-pihooks:job-callbacks';

/** A refused result says that the job failed; these say something else. */
const NO_VERDICT = ['401', '402', '403', '408', '409', '429'];

/** Looks at a job: its status, and its result where that is a request of its own. */
export async function lookAt(
	ctx: LookContext,
	service: Service,
	place: JobPlace,
	options: Pick<ProviderRequest, 'attempts' | 'timeout' | 'itemIndex'>,
): Promise<Job> {
	const { preset, baseUrl } = service;
	const look = preset.value === 'custom' && place.target ? { path: place.target } : preset.look;
	const request = buildJobRequest(look, baseUrl, place);
	const status = await callService(ctx, service, request, options);
	const job = readJob(preset, status);
	if (job.status === 'completed' && preset.result) {
		const result = buildJobRequest(preset.result, baseUrl, place, status);
		try {
			job.output = await callService(ctx, service, result, options);
		} catch (error) {
			const { httpCode, description } = error as NodeApiError;
			const isRefused = /^4\d\d$/.test(httpCode ?? '') && !NO_VERDICT.includes(httpCode ?? '');
			if (!isRefused) throw new NodeApiError(ctx.getNode(), error as never);
			Object.assign(job, { status: 'failed', output: null, error: description });
		}
	}
	const { id = '' } = place;
	return { id: referenceOf(place), done: job.status !== 'processing', json: jobItem(id, job) };
}

/** Creates the job of an item that was prepared. The call is never repeated: each may be billed. */
async function createJob(
	ctx: IExecuteFunctions,
	{ service, target, input, statusUrl }: Preparation,
	callbackUrl: string | undefined,
	itemIndex: number,
): Promise<Job> {
	const { preset, baseUrl } = service;
	const request = buildCreate(preset, { baseUrl, target, input, callbackUrl });
	const answer = await callService(ctx, service, request, { repeatable: false, itemIndex });
	const id = readJobId(preset, answer);
	if (id === '' || segmentProblem(id, 'Job ID') !== undefined) {
		throw new NodeOperationError(
			ctx.getNode(),
			`${preset.title} took the job, but gave no ID of it`,
			{
				itemIndex,
				description: 'It may have been created: look there before you create it again',
			},
		);
	}
	const place = { id, target: statusUrl || target };
	const item = jobItem(id, readJob(preset, answer));
	return {
		id: referenceOf(place),
		// What the answer to a create says of the status is not always in the place of a look's.
		done: false,
		json: { ...item, status: 'pending', resultUrls: [], output: null },
	};
}

/**
 * Cancels a job.
 *
 * @throws NodeOperationError where the service cannot
 */
export async function cancelJob(
	ctx: LookContext,
	service: Service,
	place: JobPlace,
	itemIndex?: number,
): Promise<void> {
	const { preset, baseUrl } = service;
	if (!preset.cancel) {
		throw new NodeOperationError(ctx.getNode(), `${preset.title} has no way to cancel a job`, {
			itemIndex,
			description: preset.value === 'custom' ? 'Fill in "Cancel URL"' : undefined,
		});
	}
	const request = buildJobRequest(preset.cancel, baseUrl, place);
	await callService(ctx, service, request, { repeatable: true, itemIndex });
}

/**
 * How the jobs of one run are created and waited for.
 *
 * @param prepared what was read of each item, before anything is created; in `webhook()` nothing is
 */
export function jobSource(prepared: Preparation[] = []): CallsUrlPerJob {
	return {
		name: 'The service',
		calls: 'urlPerJob',
		async prepare(ctx, itemIndex, callback) {
			const preparation = prepared[itemIndex];
			if (!preparation || preparation.problem)
				throw preparation?.problem ?? new NodeOperationError(ctx.getNode(), 'No such item');
			return async () => await createJob(ctx, preparation, callback?.url, itemIndex);
		},
		ifLost: (itemIndex) =>
			`the jobs in the dashboard of ${prepared[itemIndex]?.service.preset.title ?? 'the service'}`,
		look: async (ctx, reference, budget) =>
			await lookAt(ctx, await serviceOf(ctx), readReference(reference), budget),
		cancel: async (ctx, reference) =>
			await cancelJob(ctx, await serviceOf(ctx), readReference(reference)),
		keepsResultsFor: async (ctx) => (await serviceOf(ctx)).preset.keepsResultsFor,
		// Of this n8n, and no key of the service's: a key that is changed must not orphan a wait.
		secrets: async (ctx) => [createHmac('sha256', ctx.getInstanceId()).update(LABEL).digest('hex')],
		baseUrl: async (ctx) => {
			const { preset, baseUrl } = await serviceOf(ctx);
			return baseUrl || (preset.create[0]?.path ?? '');
		},
		callsOften: async (ctx) => (await serviceOf(ctx)).preset.callsOften === true,
	};
}
