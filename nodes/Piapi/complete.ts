import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { unreachableUrlProblem } from '../../lib/http/unreachableUrlProblem';
import type { Callback, JobSource } from '../../lib/waiting/jobSource';
import { startJobs } from '../../lib/waiting/startJobs';
import { waitForJobs } from '../../lib/waiting/waitForJobs';
import { waitSettings } from '../../lib/waiting/waitSettings';
import { piapiCredential, type PiapiCredential } from './api';
import { isTestUrl } from './testUrlHint';
import { webhookSecret } from './webhookSecrets';

interface Abilities {
	/** Whether PiAPI calls back about these tasks at all. Default: true. */
	callsBack?: boolean;
	/** Why PiAPI cannot call a URL. Default: what holds for all of its API. */
	problemOf?: (url: string, baseUrl: string) => string | undefined;
}

/**
 * Creates a task for every input item and follows it up as the parameter `completion` says: parks
 * the execution, hands over to a trigger, or does nothing more.
 *
 * @throws NodeOperationError when PiAPI could not call back, before anything is created; and what
 * `waitForJobs` and `startJobs` throw
 */
export async function complete(
	ctx: IExecuteFunctions,
	source: JobSource,
	{ callsBack = true, problemOf = unreachableUrlProblem }: Abilities = {},
): Promise<INodeExecutionData[][]> {
	const completion = ctx.getNodeParameter('completion', 0, 'wait') as string;
	const settings = waitSettings(ctx);
	const { concurrency } = settings;
	if (completion === 'none') return await startJobs(ctx, source, concurrency, () => undefined);
	if (completion === 'notify') {
		if (!callsBack) throw noWebhook(ctx);
		const credential = await piapiCredential(ctx);
		const callbacks = ctx
			.getInputData()
			.map((_, itemIndex) => notifyCallback(ctx, credential, problemOf, itemIndex));
		return await startJobs(ctx, source, concurrency, (itemIndex) => callbacks[itemIndex]);
	}
	const polling = !callsBack || settings.polling;
	return await waitForJobs(ctx, source, { ...settings, polling });
}

function noWebhook(ctx: IExecuteFunctions): NodeOperationError {
	return new NodeOperationError(
		ctx.getNode(),
		'PiAPI has no webhook for this operation, so it can notify nobody',
		{ description: 'Wait for the result, or do nothing and fetch it later' },
	);
}

function notifyCallback(
	ctx: IExecuteFunctions,
	credential: PiapiCredential,
	problemOf: NonNullable<Abilities['problemOf']>,
	itemIndex: number,
): Callback {
	const url = String(ctx.getNodeParameter('notifyUrl', itemIndex, '')).trim();
	const problem = url
		? (problemOf(url, credential.baseUrl) ?? testUrlProblem(ctx, url))
		: 'The notify URL is empty. Copy the production URL of a PiAPI Trigger into it';
	if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
	return { url, secret: webhookSecret(credential) };
}

/** By hand somebody may be listening; in production the callback would be lost, and the task paid for. */
function testUrlProblem(ctx: IExecuteFunctions, url: string): string | undefined {
	if (ctx.getMode() === 'manual' || !isTestUrl(url)) return undefined;
	return 'The notify URL is a test URL, which n8n serves only while somebody listens in the editor. Copy the production URL of the PiAPI Trigger into it';
}
