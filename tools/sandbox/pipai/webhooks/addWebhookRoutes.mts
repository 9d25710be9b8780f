import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import { pathOf } from '../../shared/server/pathOf.mts';
import type { Allow } from '../allow.mts';
import type { PipaiContext } from '../context.mts';
import { invalid, refuse } from '../refuse.mts';
import { takePage } from '../takePage.mts';
import { addWebhook } from './addWebhook.mts';
import { covers, isSubscribable } from './eventTypes.mts';
import { parseWebhook } from './parseWebhook.mts';
import { testWebhook } from './testWebhook.mts';
import { viewWebhook } from './viewWebhook.mts';

const MOST = 25;
const STATUSES = ['active', 'paused', 'broken'];
const NOT_FOUND = { code: 'NOT_FOUND', message: 'no such webhook' } as const;

/** Create, list, delete, test (docs/reference/pipai.md 3). */
export function addWebhookRoutes(app: FastifyInstance, context: PipaiContext, allow: Allow): void {
	const { webhooks } = context;

	app.post('/v1/webhooks', allow(5, 'webhooks:write'), async (request, reply) => {
		const order = parseWebhook(jsonOf(request));
		if ('code' in order) return await refuse(reply, order);
		if ([...webhooks.values()].some(({ url }) => url === order.url)) {
			const message = 'a webhook with this url is already registered';
			return await refuse(reply, { code: 'DUPLICATE_URL', message });
		}
		if (webhooks.size >= MOST) {
			const message = `the account already has ${MOST} webhooks`;
			return await refuse(reply, { code: 'LIMIT_REACHED', message });
		}
		const webhook = addWebhook(context, order);
		return await reply.code(201).send({
			...viewWebhook(webhook),
			secret: webhook.secret,
			_secret_warning: 'Keep this secret now: it cannot be read again.',
		});
	});

	app.get('/v1/webhooks', allow(2, 'webhooks:read'), async (request, reply) => {
		const query = new URLSearchParams(pathOf(request).query);
		const [status, event] = [query.get('status'), query.get('event')];
		if (status !== null && !STATUSES.includes(status)) {
			return await refuse(reply, invalid('status is unknown'));
		}
		const found = [...webhooks.values()].filter(
			(webhook) =>
				(status === null || webhook.status === status) &&
				(event === null || webhook.events.some((each) => covers(each, event))),
		);
		const taken = takePage(found, query, { usual: 25, pageSize: context.settings.pageSize });
		if ('code' in taken) return await refuse(reply, taken);
		return { data: taken.page.map(viewWebhook), next_cursor: taken.next };
	});

	app.delete<{ Params: { id: string } }>(
		'/v1/webhooks/:id',
		allow(5, 'webhooks:write'),
		async ({ params: { id } }, reply) =>
			webhooks.delete(id) ? { deleted: true, id } : await refuse(reply, NOT_FOUND),
	);

	app.post<{ Params: { id: string } }>(
		'/v1/webhooks/:id/test',
		allow(10, 'webhooks:write'),
		async (request, reply) => {
			const webhook = webhooks.get(request.params.id);
			if (!webhook) return await refuse(reply, NOT_FOUND);
			const type = jsonOf(request)?.event_type ?? 'webhook.test';
			if (type !== 'webhook.test' && !isSubscribable(type)) {
				return await refuse(reply, invalid('event_type is unknown'));
			}
			return await testWebhook(context, webhook, type);
		},
	);
}
