import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../tools/sandbox/index.mts';
import senders, { type Sender } from '../../unit/signatures/senders.mts';
import { NOW } from '../../unit/signatures/signing.mts';
import { nodeTypes, typeOf } from '../../contract/harness/builtPackage.mts';
import { createHost } from '../../contract/harness/createHost.mts';
import { CUSTOM_SCHEME } from '../../contract/support/signedSenders.mts';
import { piapiDelivery } from '../../contract/support/piapiDelivery.mts';
import { credentialFor } from '../../contract/support/pipevestHost.mts';

/** A trigger, set up for a sender whose deliveries it takes. */
export interface Door {
	name: string;
	sender: Sender;
	type: string;
	parameters?: IDataObject;
	/** Its filters, which the event passes. */
	options?: IDataObject;
	/** The fields of its credential. */
	credential: ICredentialDataDecryptedObject;
	/** Where it is registered first: what it verifies with is kept then. */
	registered?: (sandbox: Sandbox) => ICredentialDataDecryptedObject;
	/** An event as the provider would tell of it. */
	event: object;
	/** Headers that it sends and does not sign. */
	more?: string[];
	/** What else than 200 or 400 is right for a body that tells of another time or another event. */
	tells?: number[];
}

const senderOf = (name: string) => senders.find((one) => one.name === name) as Sender;
const secretOf = ({ keys }: Sender) => keys.secrets[0] ?? '';

function signed(name: string, parameters: IDataObject): Door {
	const sender = senderOf(name);
	const publicKey = sender.keys.publicKeys?.[0] ?? '';
	return {
		name: `Signed Webhook Trigger, ${name}`,
		sender,
		type: 'signedWebhookTrigger',
		credential: { secret: secretOf(sender), previousSecret: '', publicKey },
		parameters,
		event: { id: 'evt_1', type: 'job.completed', event_id: 'evt_1', data: { text: 'ü, 漢' } },
	};
}

const pipevest = (name: string): Door => ({
	name: `Pipevest Trigger, ${name}`,
	sender: senderOf(name),
	type: 'pipevestTrigger',
	// Of nobody there the key can be asked again, and so nobody is.
	credential: { environment: 'custom', baseUrl: 'nowhere', clientId: 'c' },
	registered: (sandbox) => credentialFor(sandbox.pipevest),
	event: {
		eventId: '1c0b9f0e',
		event: 'ACCOUNT.CREATED',
		createdAt: 1_732_893_584,
		data: { a: 1 },
	},
});

/** Every trigger with every scheme that it knows. */
export const doors: Door[] = [
	{
		name: 'Pi Trigger',
		sender: senderOf('Pi'),
		type: 'piTrigger',
		credential: {},
		options: { jobType: 'avatar' },
		registered: ({ pi }) => ({ baseUrl: pi.url, apiKey: pi.apiKey }),
		event: {
			id: 'evt_pi_1',
			type: 'job.completed',
			created_at: NOW / 1000,
			data: { job: { id: 'job-1', type: 'avatar', status: 'completed', payload: {} } },
		},
	},
	{
		name: 'PiAPI Trigger',
		sender: senderOf('secret header'),
		type: 'piapiTrigger',
		credential: { apiKey: 'k', webhookSecret: secretOf(senderOf('secret header')) },
		options: { model: 'Qubico/flux1-dev' },
		event: piapiDelivery({}, NOW / 1000),
		tells: [401],
	},
	{
		name: 'PipAI Trigger',
		sender: senderOf('PipAI'),
		type: 'pipaiTrigger',
		credential: {},
		registered: ({ pipai: { url, apiKey, apiSecret } }) => ({ baseUrl: url, apiKey, apiSecret }),
		event: { id: 'evt_1', type: 'strategy.deployed', created_at: '2026-04-29T12:00:00Z', data: {} },
		more: ['X-PipAI-Event-Id', 'evt_1', 'X-PipAI-Event-Type', 'strategy.deployed'],
		tells: [401],
	},
	pipevest('Pipevest, as the RFC'),
	pipevest('Pipevest, in its dialect'),
	{
		name: 'LiveKit Trigger',
		sender: senderOf('LiveKit'),
		type: 'liveKitTrigger',
		options: { room: 'a' },
		credential: { apiKey: 'APIkey1', apiSecret: secretOf(senderOf('LiveKit')) },
		event: {
			event: 'room_started',
			id: 'EV_1',
			createdAt: String(NOW / 1000),
			room: { name: 'a' },
		},
	},
	signed('Standard Webhooks', { scheme: 'standardWebhooks' }),
	signed('Standard Webhooks, svix-*', { scheme: 'standardWebhooks' }),
	signed('Standard Webhooks, v1a', { scheme: 'standardWebhooks' }),
	signed('Stripe', { scheme: 'stripe' }),
	signed('GitHub', { scheme: 'github' }),
	signed('Slack', { scheme: 'slack' }),
	signed('Shopify', { scheme: 'shopify' }),
	signed('secret header', { scheme: 'secretHeader', header: 'x-webhook-secret' }),
	signed('LiveKit', { scheme: 'bodyJwt', header: 'Authorization', issuer: 'APIkey1' }),
	signed('RFC 9421, ed25519', { scheme: 'messageSignature' }),
	signed('RFC 9421, HMAC', { scheme: 'messageSignature' }),
	signed('custom', CUSTOM_SCHEME),
];

/** Opens a trigger; every event is new to it, so that one delivery can be made again and again. */
export async function open({ type, parameters, credential, registered, sender, ...door }: Door) {
	const node = nodeTypes.getByNameAndVersion(typeOf(type));
	const [{ name }] = node.description.credentials ?? [];
	const credentials = { [name]: credential };
	const options = { ...door.options, deduplicateBy: 'off' };
	const host = await createHost({
		nodes: [{ type, parameters: { events: ['*'], ...parameters, options } }],
		credentials,
	});
	if (registered) {
		const sandbox = await startSandbox({ providers: ['pi', 'pipai', 'pipevest'], timeScale: 0 });
		credentials[name] = registered(sandbox);
		await host.hook('create');
		await sandbox.close();
		const { registration } = host.staticData[`node:${type}`] as { registration: IDataObject };
		registration.secret = sender.keys.publicKeys?.[0] ?? secretOf(sender);
		credentials[name] = credential;
	}
	return host;
}
