import type { IHookFunctions } from 'n8n-workflow';
import { isRecord } from '../../lib/http/isRecord';
import { isLeftBehind } from './foreignFault';
import type { PipevestWebhook } from './webhook';

const KEY = 'replaced';

/** What a webhook is asked to be. */
export type Replaced = Pick<PipevestWebhook, 'url' | 'subscriptions'>;

/** Remembers what our URL takes the place of, unless it is what we left behind ourselves. */
export function rememberReplaced(
	ctx: IHookFunctions,
	url: string,
	webhook: PipevestWebhook | undefined,
): void {
	forgetReplaced(ctx);
	if (!webhook || isLeftBehind(webhook, url)) return;
	const { url: theirs, subscriptions } = webhook;
	ctx.getWorkflowStaticData('node')[KEY] = { url: theirs, subscriptions };
}

export function forgetReplaced(ctx: IHookFunctions): void {
	delete ctx.getWorkflowStaticData('node')[KEY];
}

/** What is to be put back when our URL goes. */
export function replacedWebhook(ctx: IHookFunctions): Replaced | undefined {
	const replaced = ctx.getWorkflowStaticData('node')[KEY];
	if (!isRecord(replaced)) return undefined;
	const { url, subscriptions } = replaced as Replaced;
	return { url: String(url), subscriptions: [...subscriptions] };
}
