import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { acknowledge, endWithAnswer, endWithResponse, refuse } from './reply';
import { claims } from './claims';
import { SHARED_CLAIMS } from './sharedClaims/credentialName';
import { takeShared } from './sharedClaims/takeShared';

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
	const { id: nodeId, credentials } = ctx.getNode();
	const workflowId = String(ctx.getWorkflow().id);
	const claim = await claims.take(`${workflowId}:${nodeId}`, key, remember, now);
	if (!claim) return acknowledge('duplicate');
	endWithResponse(ctx, claim);
	if (!credentials?.[SHARED_CLAIMS]) return undefined;

	const shared = await takeShared(ctx, [ctx.getInstanceId(), workflowId, nodeId, key]);
	if (shared === 'taken') return acknowledge('duplicate');
	if (shared === 'busy')
		return refuse(ctx, 503, 'Another process is starting the run of this event, try again');
	endWithAnswer(ctx, shared);
	return undefined;
}
