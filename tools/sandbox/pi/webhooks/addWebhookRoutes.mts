import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import type { Webhook } from '../types.mts';
import { isReachable } from './isReachable.mts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const view = ({ id, endpointUrl, isActive, createdAt, updatedAt }: Webhook) => ({
	id,
	endpoint_url: endpointUrl,
	is_active: isActive,
	created_at: new Date(createdAt).toISOString(),
	updated_at: new Date(updatedAt).toISOString(),
});

/** List, register, switch: no delete, no duplicate check (docs/reference/pi.md 5). */
export function addWebhookRoutes(app: FastifyInstance, { webhooks, clock }: PiContext): void {
	app.get('/api/v1/webhooks', async () =>
		success('list', { object: 'list', data: webhooks.map(view).reverse() }),
	);

	app.post('/api/v1/webhooks', async (request, reply) => {
		const body = jsonOf(request);
		if (!body) return await refuse(reply, 400, 'invalid_json_body');
		const { endpoint_url: url, secret } = body;
		const trimmed = typeof secret === 'string' ? secret.trim() : '';
		const fits = trimmed.length >= 8 && trimmed.length <= 500;
		if (typeof url !== 'string' || !URL.canParse(url) || !fits) {
			const param = fits ? 'endpoint_url' : 'secret';
			const issues = [{ path: [param], message: 'is not valid' }];
			return await refuse(reply, 400, 'invalid_request_body', { param, issues });
		}
		if (!isReachable(url)) return await refuse(reply, 400, 'invalid_endpoint_url');
		const now = clock.now();
		const webhook = {
			id: randomUUID(),
			endpointUrl: url,
			secret: trimmed,
			isActive: true,
			createdAt: now,
			updatedAt: now,
		};
		webhooks.push(webhook);
		return success('webhook', { object: 'webhook', ...view(webhook) });
	});

	app.patch<{ Params: { id: string } }>('/api/v1/webhooks/:id', async (request, reply) => {
		const { id } = request.params;
		if (!UUID.test(id)) return await refuse(reply, 400, 'invalid_id');
		const body = jsonOf(request);
		if (!body) return await refuse(reply, 400, 'invalid_json_body');
		if (body.is_active === undefined) return await refuse(reply, 400, 'no_changes');
		if (typeof body.is_active !== 'boolean') {
			return await refuse(reply, 400, 'invalid_request_body', { param: 'is_active' });
		}
		const webhook = webhooks.find((candidate) => candidate.id === id);
		if (!webhook) return await refuse(reply, 404, 'not_found');
		webhook.isActive = body.is_active;
		webhook.updatedAt = clock.now();
		return success('webhook', { object: 'webhook', ...view(webhook) });
	});
}
