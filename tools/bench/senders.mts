import { createHash, createHmac } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../sandbox/index.mts';
import { piapiDelivery } from '../../test/contract/support/piapiDelivery.mts';
import { webhookSecret } from '../../dist/nodes/Piapi/webhookSecrets.js';
import { sandboxCredentials } from '../n8n/sandboxCredentials.mts';

/** A delivery to be signed; `secret` is the one of the registration, where there is one. */
export interface Order {
	url: string;
	body: string;
	secret: string;
}

/** A provider that delivers to one of our triggers. */
export interface Sender {
	name: string;
	/** The trigger's type and parameters. */
	type: string;
	parameters: IDataObject;
	credential: { type: string; data: Record<string, unknown> };
	/** An event of its kind with a file or two to tell of. */
	event(id: string): object;
	/** Names in lower case. */
	sign(order: Order): Record<string, string> | Promise<Record<string, string>>;
	/** The secret under which it has registered that URL. */
	registered?(url: string): string | undefined;
}

/** Where everybody signs with this, a secret is set by hand. */
export const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';

const DATA = {
	prompt: 'a lighthouse at dusk, für Zoë, wide angle, 35 mm, after the rain',
	url: 'https://cdn.example/results/000001/video.mp4',
	pictures: Array.from({ length: 4 }, (_, i) => `https://cdn.example/results/000001/${i}.png`),
	settings: { width: 1280, height: 720, seconds: 5.25, seed: 42, upscaled: true },
	createdAt: '2026-01-02T11:04:05.678Z',
};

const hmac = (secret: string, ...pieces: string[]) =>
	createHmac('sha256', secret).update(pieces.join('')).digest('hex');

const job = (id: string) => ({
	...{ id, type: 'avatar_generation', status: 'completed', error: null, result_url: DATA.url },
	...{ payload: DATA, created_at: DATA.createdAt, updated_at: DATA.createdAt },
});

/** One per trigger; two for the one that knows many schemes, as those that n8n ships a trigger for. */
export function sendersOf(sandbox: Sandbox): Sender[] {
	const { livekit, pi, pipai, pipevest } = sandbox;
	const credentials = sandboxCredentials(sandbox);
	const of = (type: keyof typeof credentials) => ({ type, data: credentials[type] });
	return [
		{
			name: 'Pi Trigger',
			...{ type: 'piTrigger', parameters: {}, credential: of('piApi') },
			event: (id) => ({
				...{ id: `evt_pi_${id}`, object: 'event', type: 'job.completed', created_at: 1767351845 },
				data: { job: job(id) },
			}),
			sign: ({ body, secret }) => ({
				'x-pi-event': 'job.completed',
				'x-pi-signature': `sha256=${hmac(secret, body)}`,
			}),
			registered: (url) => pi.webhooks().find(({ endpointUrl }) => endpointUrl === url)?.secret,
		},
		{
			name: 'PiAPI Trigger',
			...{ type: 'piapiTrigger', parameters: {}, credential: of('piapiApi') },
			event: (id) => piapiDelivery({ task_id: id, input: DATA }),
			sign: () => ({
				'x-webhook-secret': webhookSecret({
					apiKey: sandbox.piapi.apiKey,
				}),
			}),
		},
		{
			name: 'PipAI Trigger',
			...{ type: 'pipaiTrigger', parameters: {}, credential: of('pipaiApi') },
			event: (id) => ({ id, type: 'backtest.job_done', created_at: DATA.createdAt, data: DATA }),
			sign({ body, secret }) {
				const { id, type } = JSON.parse(body) as { id: string; type: string };
				const now = String(Date.now());
				return {
					...{ 'x-pipai-event-id': id, 'x-pipai-event-type': type, 'x-pipai-timestamp': now },
					'x-pipai-signature': hmac(secret, now, '.', body),
				};
			},
			registered: (url) => pipai.webhooks().find((webhook) => webhook.url === url)?.secret,
		},
		{
			name: 'Pipevest Trigger',
			...{ type: 'pipevestTrigger', parameters: {}, credential: of('pipevestApi') },
			event: (id) => ({
				...{
					event: 'customer_transaction.created',
					eventId: id,
					createdAt: 1767351845,
					data: DATA,
				},
			}),
			sign: ({ url, body }) =>
				Object.fromEntries(
					Object.entries(pipevest.sign({ url, body })).map(([name, value]) => [
						name.toLowerCase(),
						value,
					]),
				),
		},
		{
			name: 'LiveKit Trigger',
			...{ type: 'liveKitTrigger', parameters: {}, credential: of('liveKitApi') },
			event: (id) => ({
				...{ event: 'room_started', id, createdAt: '1767351845' },
				room: { sid: 'RM_1', name: 'lobby', metadata: JSON.stringify(DATA) },
			}),
			async sign({ body }) {
				const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { ttl: '5m' });
				token.sha256 = createHash('sha256').update(body).digest('base64');
				return { authorization: await token.toJwt() };
			},
		},
		{
			name: 'Signed Webhook Trigger, Stripe',
			...{ type: 'signedWebhookTrigger', parameters: { scheme: 'stripe' } },
			credential: { type: 'signedWebhookApi', data: { secret: SECRET } },
			event: stripeEvent,
			sign: stripeSignature,
		},
		{
			name: 'Signed Webhook Trigger, GitHub',
			...{ type: 'signedWebhookTrigger', parameters: { scheme: 'github' } },
			credential: { type: 'signedWebhookApi', data: { secret: SECRET } },
			event: githubEvent,
			sign: githubSignature,
		},
	];
}

export const stripeEvent = (id: string) => ({
	...{ id, object: 'event', type: 'charge.succeeded', created: 1767351845 },
	data: { object: DATA },
});

export function stripeSignature({ body, secret }: Order) {
	const now = Math.floor(Date.now() / 1000);
	return { 'stripe-signature': `t=${now},v1=${hmac(secret, String(now), '.', body)}` };
}

export const githubEvent = (id: string) => ({
	...{ action: 'opened', delivery: id, repository: { full_name: 'owner/repository' } },
	issue: DATA,
});

export function githubSignature({ body, secret }: Order) {
	const { delivery } = JSON.parse(body) as { delivery: string };
	return {
		...{ 'x-github-event': 'issues', 'x-github-delivery': delivery },
		'x-hub-signature-256': `sha256=${hmac(secret, body)}`,
	};
}
