import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PipevestContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { opensshLine } from '../keys.mts';
import type { Webhook } from '../types.mts';
import { deliverEvent } from './deliverEvent.mts';

/** Before the webhook is told of its own change, before time scale. */
const ANNOUNCED_AFTER_MS = 50;

const AUTOMATIC = 'WEBHOOK.CREATED';

/** One webhook per client: POST creates, PUT replaces, nothing deletes (docs/reference/pipevest.md 5). */
export function addWebhookRoutes(app: FastifyInstance, context: PipevestContext): void {
	const { clock, settings } = context;
	const seconds = () => Math.floor(clock.now() / 1000);

	const announce = async (webhook: Webhook, event: string) => {
		await clock.sleep(ANNOUNCED_AFTER_MS);
		const { webhookId, url, status } = webhook;
		if (settings.announces && context.webhook === webhook)
			deliverEvent(context, { event, data: { webhookId, url, status } });
	};

	app.get('/v1/webhooks', async (_request, reply) =>
		context.webhook ? success(context.webhook) : await refuse(reply, 404, 'Not Found'),
	);

	app.post('/v1/webhooks', async (request, reply) => {
		const wanted = parse(jsonOf(request));
		if (!wanted) return await refuse(reply, 400, 'Bad Request: url or subscriptions');
		if (context.webhook) return await refuse(reply, 409, 'Conflict: the client has a webhook');
		const now = seconds();
		const subscriptions = [...new Set([...wanted.subscriptions, AUTOMATIC])];
		const times = { createdAt: now, updatedAt: now };
		context.webhook = { webhookId: 123_456, status: 'ACTIVE', ...wanted, subscriptions, ...times };
		void announce(context.webhook, 'WEBHOOK.CREATED');
		return await reply.code(201).send(success(context.webhook, 201));
	});

	app.put('/v1/webhooks', async (request, reply) => {
		const wanted = parse(jsonOf(request));
		if (!wanted) return await refuse(reply, 400, 'Bad Request: url or subscriptions');
		if (!context.webhook) return await refuse(reply, 404, 'Not Found');
		context.webhook = { ...context.webhook, status: 'ACTIVE', ...wanted, updatedAt: seconds() };
		void announce(context.webhook, 'WEBHOOK.UPDATED');
		return success(context.webhook);
	});

	app.get('/v1/webhooks/key', async (_request, reply) => {
		if (!context.webhook) return await refuse(reply, 404, 'Not Found');
		const { webhookId, createdAt, updatedAt } = context.webhook;
		const key = opensshLine(context.deliveryKey, 'pipevest');
		return success({ webhookId, key, createdAt, updatedAt });
	});

	app.post('/v1/webhooks/test', async (_request, reply) => {
		const { webhook } = context;
		if (!webhook) return await refuse(reply, 404, 'Not Found');
		deliverEvent(context, { event: 'WEBHOOK.UPDATED', data: { webhookId: webhook.webhookId } });
		return await reply.code(204).send();
	});
}

function parse(
	body: Record<string, unknown> | undefined,
): Pick<Webhook, 'url' | 'subscriptions'> | undefined {
	const { url, subscriptions } = body ?? {};
	const isUrl = typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url);
	const areNames =
		Array.isArray(subscriptions) &&
		subscriptions.length > 0 &&
		subscriptions.every((name) => typeof name === 'string' && /^[A-Z_.]+$/.test(name));
	return isUrl && areNames ? { url, subscriptions } : undefined;
}
