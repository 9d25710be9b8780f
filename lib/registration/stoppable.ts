import type { ITriggerFunctions } from 'n8n-workflow';

type Call = ITriggerFunctions['helpers']['httpRequestWithAuthentication'];

/**
 * The same context, which makes no further call after a signal: what is under way when a workflow is
 * unpublished asks for no further page, changes nothing more, and is not repeated. A call that was
 * sent is waited for: cut off, the provider may still carry it out after the clean-up.
 */
export function stoppable(ctx: ITriggerFunctions, signal: AbortSignal): ITriggerFunctions {
	const call: Call = async function (...request) {
		signal.throwIfAborted();
		return await ctx.helpers.httpRequestWithAuthentication.apply(this, request);
	};
	const helpers = { ...ctx.helpers, httpRequestWithAuthentication: call };
	return Object.create(ctx, { helpers: { value: helpers } }) as ITriggerFunctions;
}
