import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { send } from '../../../../lib/http/send';
import { asError, piapiCredential } from '../../api';
import { chatBaseUrl } from './chatBaseUrl';
import { explainChat, explainSilence } from './explainChat';
import { readChat, type ChatAnswer } from './readChat';
import { readStream } from './readStream';

/** A little more than PiAPI's own cut, so that its answer comes first. */
const UP_TO_THE_CUT_MS = 150_000;

/** For a stream the longest silence, for the proxy domain the whole call. */
const LONG_MS = 600_000;

/**
 * Checks where a chat goes, and answers what completes it. The POST is never repeated: each one may be
 * billed.
 *
 * @throws NodeOperationError when the credential has no proxy domain; what it answers throws
 * NodeApiError with the likely cause and the remedy
 */
export async function prepareChat(
	ctx: IExecuteFunctions,
	itemIndex: number,
	body: IDataObject,
): Promise<() => Promise<ChatAnswer>> {
	const { useProxyDomain = false } = ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const baseUrl = chatBaseUrl((await piapiCredential(ctx)).baseUrl, useProxyDomain === true);
	if (baseUrl === undefined) {
		throw new NodeOperationError(
			ctx.getNode(),
			'The proxy domain belongs to https://api.piapi.ai, but the credential has another base URL',
			{ itemIndex, description: 'Switch the option Use Proxy Domain off, or turn on Stream' },
		);
	}
	const isLong = body.stream === true || useProxyDomain === true;
	const url = `${baseUrl}/v1/chat/completions`;
	const timeout = isLong ? LONG_MS : UP_TO_THE_CUT_MS;
	return async () => await sendChat(ctx, { url, body, timeout, itemIndex });
}

async function sendChat(
	ctx: IExecuteFunctions,
	call: { url: string; body: IDataObject; timeout: number; itemIndex: number },
): Promise<ChatAnswer> {
	const sent = await send(ctx, {
		credential: 'piapiApi',
		method: 'POST',
		...call,
	}).catch(async (error: unknown) => await Promise.reject(explainSilence(error)));

	// Some models only stream, others never do: what comes counts, not what was asked for.
	const answer = { ...sent, body: readStream(sent.body) };
	const read = answer.status < 300 ? readChat(answer.body) : undefined;
	if (read) return read;
	throw await asError(ctx, answer, { itemIndex: call.itemIndex }, explainChat);
}
