import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Claim } from './claims';
import { countUntold } from './reminders';

/** An answer in the sender's own form: JSON, text or nothing, and never HTML. */
export interface Answer {
	/** Default 200. */
	status?: number;
	json?: IDataObject;
	text?: string;
	headers?: Readonly<Record<string, string>>;
}

/** Sends an answer at once. */
export function sendAnswer(
	ctx: IWebhookFunctions,
	{ status = 200, json, text, headers = {} }: Answer,
): IWebhookResponseData {
	const response = ctx.getResponseObject();
	response.status(status).set({ 'X-Content-Type-Options': 'nosniff', ...headers });
	if (json) response.json(json);
	else if (text) response.type('text/plain').send(text);
	else response.end();
	return { noWebhookResponse: true };
}

/** 200: authentic, but no run starts. */
export function acknowledge(status: 'accepted' | 'duplicate' | 'ignored'): IWebhookResponseData {
	return { webhookResponse: { status } };
}

/**
 * Anything but 200, with one line that says why. n8n can only be made to send a status of our own
 * by sending it ourselves; throwing would store an execution for every forged request.
 */
export function refuse(
	ctx: IWebhookFunctions,
	status: number,
	error: string,
	silently = false,
): IWebhookResponseData {
	if (status < 500) logRefusal(ctx, status, error);
	const response = ctx.getResponseObject().status(status);
	if (silently) response.end();
	else response.json({ error }).end();
	return { noWebhookResponse: true };
}

/**
 * A refused delivery starts no run, so n8n's log is the only place where its user can see it. What
 * stands in quotes is the sender's own text, and stays out.
 */
function logRefusal(ctx: IWebhookFunctions, status: number, error: string) {
	const reason = error.replace(/"[^"]*"/g, '"…"');
	const { id: workflowId, name: workflow } = ctx.getWorkflow();
	const { id: nodeId, name: node } = ctx.getNode();
	// Without the numbers: the age of a delivery makes no other reason.
	const about = JSON.stringify([workflowId, nodeId, status, reason.replace(/\d+/g, 'N')]);
	const refused = countUntold(about);
	if (refused === undefined) return;
	ctx.logger.warn(`${node} refused a delivery (${status}): ${reason}`, {
		...{ workflowId, workflow, node, refused },
	});
}

/**
 * Ends a claim with the response: n8n sends 200 after it stored or resumed the execution, else a 500.
 * A sender that hung up before leaves the outcome unknown; then a redelivery may start, and what is
 * recorded in n8n's database sorts it out.
 */
export function endWithResponse(ctx: IWebhookFunctions, claim: Claim) {
	const response = ctx.getResponseObject();
	endWithAnswer(ctx, claim);
	response.once('close', () => claim(false));
	// Hung up while it waited for its turn: Node tells that once, and of the response no more.
	if (response.closed) claim(false);
}

/** Ends a claim with the answer, and never when the sender hung up before: for claims that expire. */
export function endWithAnswer(ctx: IWebhookFunctions, claim: Claim) {
	const response = ctx.getResponseObject();
	response.once('finish', () => claim(response.statusCode >= 200 && response.statusCode < 300));
}
