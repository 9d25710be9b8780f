import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { AcceptedEvent } from '../../lib/delivery/event';
import { readDelivery } from '../../lib/inbound/readDelivery';
import { refuse, sendAnswer } from '../../lib/inbound/reply';
import type { Delivery } from '../../lib/signatures/delivery';
import { equalBytes } from '../../lib/signatures/equalBytes';
import { valueAt } from '../../lib/signatures/place';
import { commaList } from '../../lib/text';
import { fillAnswer, handshakeOf, shownBy } from './handshakes';
import { readText, type ReadParameter } from './readParameter';
import type { Handshake, SenderDefinition } from './senderDefinition';
import { definitionOf, schemeName } from './senders';

/** The type of the event that shows a token; it starts a published workflow only when Events names it. */
const SHOWN = 'verification';

/**
 * Answers the requests that set a webhook up and are not signed: without a run, and with nothing but
 * what came in the same request.
 *
 * @returns undefined for all others, which are deliveries
 */
export async function answerSetup(
	ctx: IWebhookFunctions,
	read: ReadParameter,
): Promise<IWebhookResponseData | undefined> {
	const sender = definitionOf(schemeName(read('scheme', '')));
	const isPost = ctx.getRequestObject().method === 'POST';
	if (isPost && !hasUnsigned(sender)) return undefined;
	const delivery = await readDelivery(ctx);
	const handshake = delivery && handshakeOf(sender, delivery);
	if (!handshake || handshake.proof === 'signature')
		return isPost ? undefined : refuse(ctx, 404, 'This webhook takes deliveries by POST only');
	if (!isProven(handshake, delivery, read))
		return refuse(ctx, 401, 'the verify token is not the one of the trigger');
	return (
		show(ctx, read, handshake, delivery) ??
		sendAnswer(ctx, fillAnswer(handshake.answer, delivery, ''))
	);
}

function hasUnsigned({ handshakes = [] }: SenderDefinition): boolean {
	return handshakes.some(({ method, proof }) => method === 'POST' && proof === 'none');
}

function isProven({ proof }: Handshake, delivery: Delivery, read: ReadParameter): boolean {
	if (typeof proof === 'string') return true;
	const own = readText(read, 'verifyToken');
	const sent = valueAt(delivery, proof.token).value ?? '';
	return own !== '' && equalBytes(Buffer.from(sent), Buffer.from(own));
}

/** A token that the user must see becomes the test event, or a run where the user asked for it. */
function show(
	ctx: IWebhookFunctions,
	read: ReadParameter,
	handshake: Handshake,
	delivery: Delivery,
): IWebhookResponseData | undefined {
	const body = shownBy(handshake, delivery);
	const isAsked = commaList(read('events', '')).includes(SHOWN);
	if (!body || (ctx.getMode() !== 'manual' && !isAsked)) return undefined;
	const { headers = {} } = fillAnswer(handshake.answer, delivery, '');
	ctx.getResponseObject().set(headers);
	const json: AcceptedEvent = { type: SHOWN, id: '', key: '', body };
	return { workflowData: [[{ json }]], webhookResponse: '' };
}
