import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { refuse } from '../inbound/reply';

/** What `webhook()` hands to `execute()` of a delivery that it refused while somebody listens. */
interface Refusal extends IDataObject {
	refused: number;
	reason: string;
	/** The names of its headers: their values may be secrets. */
	headers: string[];
}

const MOST_HEADERS = 40;
const LONGEST_NAME = 60;

/**
 * Refuses a delivery. While somebody listens for a test event, its reason ends the listening as a
 * failed run: the sender has its answer, and n8n shows the error at the trigger. Nobody who waits for
 * an event looks into n8n's log.
 */
export function refuseDelivery(
	ctx: IWebhookFunctions,
	status: number,
	reason: string,
	silently = false,
): IWebhookResponseData {
	const answer = refuse(ctx, status, reason, silently);
	if (ctx.getMode() !== 'manual' || status >= 500) return answer;
	const { rawHeaders } = ctx.getRequestObject();
	const headers = rawHeaders
		.filter((_, index) => index % 2 === 0)
		.slice(0, MOST_HEADERS)
		.map((name) => name.slice(0, LONGEST_NAME));
	const json: Refusal = { refused: status, reason, headers };
	return { ...answer, workflowData: [[{ json }]] };
}

/** The error of a refused delivery; `undefined` for one that was accepted. */
export function refusalError(
	ctx: IExecuteFunctions,
	json: IDataObject,
): NodeOperationError | undefined {
	if (typeof json.refused !== 'number') return undefined;
	const { refused, reason, headers } = json as Refusal;
	const remedy =
		refused === 401
			? 'Check that the sender signs with the secret that this node has, and that nothing in between changes the body'
			: 'Check what the sender sends to this URL';
	return new NodeOperationError(
		ctx.getNode(),
		`A delivery came and was refused (${refused}): ${reason}`,
		{
			description: `${remedy}, then listen again. The sender got the same answer. Headers that came: ${headers.join(', ')}`,
		},
	);
}
