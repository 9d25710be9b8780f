import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { unreachableUrlProblem } from '../../../lib/http/unreachableUrlProblem';
import type { BatchOperation } from '../../../lib/operations/operation';
import { completionFields } from '../../../lib/waiting/completionFields';
import { startJobs } from '../../../lib/waiting/startJobs';
import { waitForJobs } from '../../../lib/waiting/waitForJobs';
import { waitSettings } from '../../../lib/waiting/waitSettings';
import { BASE_URL, createFields } from '../fields';
import { jobSource } from '../jobs';
import { prepareAll, type Preparation } from '../prepare';

const NOTIFY_URL: INodeProperties = {
	displayName: 'Notify URL',
	name: 'notifyUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
	description: 'The production URL of a Signed Webhook Trigger that knows how the service signs',
	displayOptions: { show: { completion: ['notify'] } },
};

export const create: BatchOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a job',
	description:
		'Start a job and wait for its result without polling. Costs what the service charges; takes seconds to minutes.',
	fields: [
		...createFields,
		...completionFields({
			ways: {
				wait: 'Pause this execution until the service reports that all jobs are done. If you stop it, the jobs go on.',
				notify:
					'Continue immediately; the service calls the Signed Webhook Trigger of another workflow',
				none: 'Continue immediately, without a callback',
			},
			between: [NOTIFY_URL],
			options: [BASE_URL],
			parking: { callsBack: 'The service' },
		}),
	],
	async runAll(ctx) {
		const prepared = await prepareAll(ctx);
		const source = jobSource(prepared);
		const settings = waitSettings(ctx);
		const completion = ctx.getNodeParameter('completion', 0, 'wait') as string;
		if (completion === 'wait') return await waitForJobs(ctx, source, settings);
		const urls = completion === 'notify' ? notifyUrls(ctx, prepared) : [];
		return await started(ctx, source, settings.concurrency, urls);
	},
};

async function started(
	ctx: IExecuteFunctions,
	source: ReturnType<typeof jobSource>,
	concurrency: number,
	urls: string[],
): Promise<INodeExecutionData[][]> {
	return await startJobs(ctx, source, concurrency, (itemIndex) => {
		const url = urls[itemIndex];
		return url === undefined ? undefined : { url, secret: '' };
	});
}

/** @throws NodeOperationError when one of them cannot be called, before anything is created */
function notifyUrls(ctx: IExecuteFunctions, prepared: Preparation[]): string[] {
	return prepared.map(({ service }, itemIndex) => {
		const url = String(ctx.getNodeParameter('notifyUrl', itemIndex, '')).trim();
		const { baseUrl, preset } = service;
		const problem =
			url === ''
				? 'The notify URL is empty. Copy the production URL of a Signed Webhook Trigger into it'
				: unreachableUrlProblem(url, baseUrl || (preset.create[0]?.path ?? ''));
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		return url;
	});
}
