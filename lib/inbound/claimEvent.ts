import type { IExecuteFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { acknowledge, endWithAnswer, endWithResponse, refuse } from './reply';
import { claims } from './claims';
import { storeOf } from './sharedClaims/store';
import { releaseShared, takeShared } from './sharedClaims/takeShared';

/**
 * Claims the event of a delivery: in this process, then, where shared claims are chosen, among all.
 *
 * @param key identifies the event within its node
 * @param remember how many events to remember
 * @param now ms since the epoch
 * @returns what to answer in place of starting a run; `undefined` when the run is to start
 */
export async function claimEvent(
	ctx: IWebhookFunctions,
	key: string,
	remember: number,
	now: number,
): Promise<IWebhookResponseData | undefined> {
	const claim = await claims.take(scopeOf(ctx), key, remember, now);
	if (!claim) return acknowledge('duplicate');
	endWithResponse(ctx, claim);
	const store = await storeOf(ctx);
	if (!store) return undefined;

	const shared = await takeShared(ctx, store, sharedEvent(ctx, key));
	if (shared === 'taken') return acknowledge('duplicate');
	if (shared === 'busy')
		return refuse(ctx, 503, 'Another process is starting the run of this event, try again');
	endWithAnswer(ctx, shared);
	return undefined;
}

/**
 * Gives an event back that came to nothing, so that its next delivery starts a run. In queue mode the
 * claim is in the process that took the delivery, so only a shared one can be given back.
 */
export async function releaseClaim(ctx: IExecuteFunctions, key: string): Promise<void> {
	if (!key) return;
	claims.release(scopeOf(ctx), key);
	const store = await storeOf(ctx);
	if (store) await releaseShared(ctx, store, sharedEvent(ctx, key));
}

type NodeContext = IExecuteFunctions | IWebhookFunctions;

/** One trigger node, as events are claimed and settled for it. */
export function scopeOf(ctx: NodeContext): string {
	return `${ctx.getWorkflow().id}:${ctx.getNode().id}`;
}

function sharedEvent(ctx: NodeContext, key: string): string[] {
	return [ctx.getInstanceId(), String(ctx.getWorkflow().id), ctx.getNode().id, key];
}
