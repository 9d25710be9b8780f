import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiapiContext } from '../context.mts';
import { parseChat } from './parseChat.mts';
import { replyTo } from './replyTo.mts';
import { streamChat } from './streamChat.mts';

/** Cloudflare ends a request without an answer after 120 s (docs/reference/piapi.md 1.9). */
const CLOUDFLARE_MS = 120_000;
const TIMED_OUT = '<html><head><title>524: A timeout occurred</title></head></html>';

const tokens = (text: string) => Math.ceil(text.length / 4);

const refuse = async (reply: FastifyReply, message: string) =>
	await reply.code(400).send({ error: { message, type: 'invalid_request_error' } });

/** The two endpoints of OpenAI's shape: no envelope, no task. */
export function addChatRoutes(app: FastifyInstance, context: PiapiContext): void {
	const { clock, server, settings } = context;

	app.post('/v1/chat/completions', async (request, reply) => {
		const order = parseChat(jsonOf(request));
		if (typeof order === 'string') return await refuse(reply, order);
		const content = replyTo(order, server.url());
		const head = {
			id: `chatcmpl-${randomUUID()}`,
			created: Math.floor(clock.now() / 1000),
			model: order.model,
		};
		if (order.stream) {
			const events = streamChat({ ...head, content }, clock, settings.chatMs);
			return await reply.type('text/event-stream').send(Readable.from(events));
		}
		await clock.sleep(Math.min(settings.chatMs, CLOUDFLARE_MS));
		if (settings.chatMs > CLOUDFLARE_MS) {
			return await reply.code(524).type('text/html').send(TIMED_OUT);
		}
		const message = { role: 'assistant', content };
		const [prompt, completion] = [tokens(order.said), tokens(content)];
		return {
			...head,
			object: 'chat.completion',
			choices: [{ index: 0, message, finish_reason: 'stop' }],
			usage: {
				prompt_tokens: prompt,
				completion_tokens: completion,
				total_tokens: prompt + completion,
			},
		};
	});

	app.post('/v1/images/generations', async (request, reply) => {
		const { model, prompt, n = 1 } = jsonOf(request) ?? {};
		if (typeof model !== 'string' || typeof prompt !== 'string') {
			return await refuse(reply, "'model' and 'prompt' are required");
		}
		if (!Number.isInteger(n) || Number(n) < 1) return await refuse(reply, "'n' must be 1 or more");
		const data = Array.from({ length: Number(n) }, () => ({
			url: `${server.url()}/files/${randomUUID()}.png`,
		}));
		return { created: Math.floor(clock.now() / 1000), data };
	});
}
