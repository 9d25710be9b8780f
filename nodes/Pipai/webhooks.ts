import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { isRecord } from '../../lib/http/isRecord';
import type { RequestContext } from '../../lib/http/request';
import { asError, callPipai, sendToPipai } from './api';
import { codeOf } from './codeOf';
import { listAll } from './listAll';
import { pathSegment } from '../../lib/http/pathSegment';

const PATH = '/v1/webhooks';
const READ = 'webhooks:read';
const WRITE = 'webhooks:write';
/** The call blocks up to 10 s while PipAI waits for the endpoint (docs/reference/pipai.md 3). */
const TEST_TIMEOUT = 20_000;
/** n8n gives a whole activation, repetitions included, about 84 s (docs/reference/n8n.md 3). */
const CREATE_TIMEOUT = 15_000;
const CREATE_ATTEMPTS = 3;

/** What a test of a webhook came to, as PipAI says. */
export interface TestResult extends IDataObject {
	test_event_id: string;
	delivered: boolean;
	response_status: number | null;
	response_time_ms: number | null;
	error: string | null;
}

interface Filter {
	status?: string;
	event?: string;
	most?: number;
	itemIndex?: number;
}

export async function listWebhooks(
	ctx: RequestContext,
	{ status, event, ...rest }: Filter = {},
): Promise<IDataObject[]> {
	return await listAll(ctx, { path: PATH, qs: { status, event }, scope: READ, ...rest });
}

/** Registers a webhook; the answer is the only one that ever has its secret (docs/reference/pipai.md 3). */
export async function createWebhook(
	ctx: RequestContext,
	body: IDataObject,
	itemIndex?: number,
): Promise<IDataObject> {
	return await callPipai(ctx, { method: 'POST', path: PATH, body, scope: WRITE, itemIndex });
}

/**
 * Registers a URL that nobody else uses, whatever became of earlier tries: where the answer of one
 * was lost, its webhook is in the way and its secret unknown, so it is deleted first.
 *
 * @returns PipAI's answer, with the secret
 * @throws NodeApiError
 */
export async function createOwnWebhook(
	ctx: RequestContext,
	url: string,
	subscription: IDataObject,
): Promise<IDataObject> {
	const call = {
		method: 'POST',
		path: PATH,
		body: { url, ...subscription },
		scope: WRITE,
		// A second one can be told from the first, which answers DUPLICATE_URL.
		repeatable: true,
		attempts: CREATE_ATTEMPTS,
		timeout: CREATE_TIMEOUT,
	} as const;
	const answer = await sendToPipai(ctx, call);
	if (codeOf(answer) !== 'DUPLICATE_URL') return await opened(ctx, answer);
	const webhooks = await listWebhooks(ctx);
	for (const webhook of webhooks.filter((each) => each.url === url))
		await removeWebhook(ctx, String(webhook.id));
	return await opened(ctx, await sendToPipai(ctx, call));
}

/** Deletes a webhook; that it is gone already is success. */
export async function removeWebhook(ctx: RequestContext, id: string): Promise<void> {
	const call = { method: 'DELETE', path: webhookPath(ctx, id), scope: WRITE } as const;
	const answer = await sendToPipai(ctx, call);
	if (answer.status === 404) return;
	if (answer.status >= 300) throw await asError(ctx, answer, call);
	if (!isRecord(answer.body) || answer.body.deleted !== true)
		throw new NodeOperationError(
			ctx.getNode(),
			'PipAI did not confirm that the webhook is deleted. Check the base URL in the credential',
		);
}

/** The same, where an unknown id is a mistake of the user's. */
export async function deleteWebhook(
	ctx: RequestContext,
	id: string,
	itemIndex: number,
): Promise<IDataObject> {
	const call = { method: 'DELETE', path: webhookPath(ctx, id), scope: WRITE, itemIndex } as const;
	return await callPipai(ctx, call);
}

/** Has PipAI send made-up data to a webhook, and waits for what comes of it. */
export async function testWebhook(
	ctx: RequestContext,
	id: string,
	eventType = '',
	itemIndex?: number,
): Promise<TestResult> {
	return (await callPipai(ctx, {
		method: 'POST',
		path: `${webhookPath(ctx, id)}/test`,
		body: eventType ? { event_type: eventType } : {},
		scope: WRITE,
		timeout: TEST_TIMEOUT,
		itemIndex,
	})) as TestResult;
}

async function opened(
	ctx: RequestContext,
	answer: Awaited<ReturnType<typeof sendToPipai>>,
): Promise<IDataObject> {
	if (answer.status >= 300) throw await asError(ctx, answer, { scope: WRITE });
	const webhook = answer.body as IDataObject | undefined;
	if (typeof webhook?.id === 'string' && typeof webhook.secret === 'string' && webhook.secret)
		return webhook;
	throw new NodeOperationError(
		ctx.getNode(),
		'PipAI registered the webhook without telling its secret. Check the base URL in the credential',
	);
}

function webhookPath(ctx: RequestContext, id: string): string {
	return `${PATH}/${pathSegment(ctx, id)}`;
}
