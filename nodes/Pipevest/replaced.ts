import { isRecord } from '../../lib/http/isRecord';
import type { RegistrationContext } from '../../lib/registration/registry';
import { isLeftBehind, type Asked } from './leftBehind';

const KEY = 'replaced';

/** Remembers what our URL takes the place of, unless it is what we left behind ourselves. */
export function rememberReplaced(
	ctx: RegistrationContext,
	url: string,
	webhook: Asked | undefined,
): void {
	forgetReplaced(ctx);
	if (!webhook || isLeftBehind(webhook, url)) return;
	const { url: theirs, subscriptions } = webhook;
	ctx.getWorkflowStaticData('node')[KEY] = { url: theirs, subscriptions };
}

export function forgetReplaced(ctx: RegistrationContext): void {
	delete ctx.getWorkflowStaticData('node')[KEY];
}

/** What is to be put back when our URL goes. */
export function replacedWebhook(ctx: RegistrationContext): Asked | undefined {
	const replaced = ctx.getWorkflowStaticData('node')[KEY];
	if (!isRecord(replaced) || typeof replaced.url !== 'string') return undefined;
	const { url, subscriptions } = replaced;
	return { url, subscriptions: Array.isArray(subscriptions) ? subscriptions.map(String) : [] };
}
