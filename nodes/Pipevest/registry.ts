import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { isLoopbackUrl } from '../../lib/http/isLoopbackUrl';
import { retryBudget } from '../../lib/http/retryBudget';
import type { Entry, RegistrationContext, Registry } from '../../lib/registration/registry';
import { publicKey } from '../../lib/signatures/publicKey';
import { pipevestCredential } from './api';
import { chosenSubscriptions } from './chosenSubscriptions';
import {
	isLeastSubscription,
	isLeftBehind,
	leftBehind,
	recognizable,
	type Asked,
} from './leftBehind';
import { forgetReplaced, rememberReplaced, replacedWebhook } from './replaced';
import { comparable } from './subscriptions';
import { getPublicKey, getWebhook, putWebhook, type PipevestWebhook } from './webhook';

const UNCHANGED =
	'Pipevest accepted the change of the webhook, but shows it unchanged. Check the base URL in the credential, then try again';

interface PipevestEntry extends Entry {
	webhook: Asked;
}

/**
 * Pipevest's registry of one webhook per client, which has no name of its own: here it goes by its
 * URL. What verifies deliveries is the provider's public key.
 */
export function pipevestRegistry(ctx: RegistrationContext): Registry<PipevestEntry> {
	const subscriptions = recognizable(chosenSubscriptions(ctx));
	const subscription = comparable(subscriptions);
	const { replaceExistingWebhook } = ctx.getNodeParameter('options', {}) as IDataObject;
	const replacesForeign = replaceExistingWebhook === true;
	const failure = (message: string) => new NodeOperationError(ctx.getNode(), message);
	/** What this registry has changed the webhook to. */
	let changed: Asked | undefined;
	const change = async (method: 'POST' | 'PUT', asked: Asked) => {
		const answer = await putWebhook(ctx, method, asked, retryBudget.activation);
		// What a change is answered with is not documented (docs/reference/pipevest.md 5).
		const isShown = isAsked(answer, asked);
		if (!isShown && !isAsked(await getWebhook(ctx, retryBudget.activation), asked))
			throw failure(UNCHANGED);
		changed = asked;
	};
	return {
		name: 'Pipevest',
		baseUrl: async () => (await pipevestCredential(ctx)).baseUrl,
		subscription,
		replacesForeign,
		async list(url) {
			const webhook = await getWebhook(ctx, retryBudget.activation);
			return webhook ? [asEntry(webhook, url)] : [];
		},
		async create(url, _stored, entries) {
			if (subscriptions.length === 0) throw failure('Choose at least one event');
			const { baseUrl } = await pipevestCredential(ctx);
			if (!isLoopbackUrl(baseUrl) && isAddress(url)) throw failure(unnamedHost(url));
			const webhook = changed ?? entries.map((entry) => entry.webhook).at(0);
			if (webhook && !replacesForeign && isForeign(webhook, url)) throw failure(occupied(webhook));
			// Before the change: an activation that fails after it is undone from this.
			if (webhook?.url !== url) rememberReplaced(ctx, url, webhook);
			await change(webhook ? 'PUT' : 'POST', { url, subscriptions });
			const secret = await deliveryKey(ctx);
			return { id: url, secret, more: { keySeenAt: Date.now() } };
		},
		async retire(url) {
			await change('PUT', replacedWebhook(ctx) ?? leftBehind(url));
			forgetReplaced(ctx);
		},
	};
}

function asEntry(webhook: PipevestWebhook, ours: string): PipevestEntry {
	const { url, status, subscriptions } = webhook;
	const entry = { id: url, url, subscription: comparable(subscriptions), webhook };
	if (isForeign(webhook, ours)) return { ...entry, state: 'foreign', problem: occupied(webhook) };
	const isOff = status !== 'ACTIVE' || isLeastSubscription(subscriptions);
	return { ...entry, state: isOff ? 'off' : 'active' };
}

/** A client has one webhook: another system's is left alone unless the user has said otherwise. */
function isForeign(webhook: Asked, ours: string): boolean {
	return webhook.url !== ours && !isLeftBehind(webhook, ours);
}

function isAsked(webhook: IDataObject | undefined, { url, subscriptions }: Asked): boolean {
	const shown = Array.isArray(webhook?.subscriptions) ? webhook.subscriptions.map(String) : [];
	return webhook?.url === url && comparable(shown) === comparable(subscriptions);
}

async function deliveryKey(ctx: RegistrationContext): Promise<string> {
	const { key } = await getPublicKey(ctx, retryBudget.activation);
	if (publicKey(key)) return key;
	const problem =
		key === ''
			? 'Pipevest answered without a public key. Check the base URL in the credential'
			: 'Pipevest showed a public key that is not ed25519, so that no delivery could be verified. Ask its support for the key of the webhook';
	throw new NodeOperationError(ctx.getNode(), problem);
}

function occupied({ url, subscriptions }: Asked): string {
	return (
		`Pipevest delivers to ${url} (${subscriptions.join(', ')}), and a client has one webhook only. ` +
		'Turn on the option Replace Existing Webhook to take its place until this workflow is deactivated, or use another client'
	);
}

/** docs/reference/pipevest.md 5: the host must be a DNS name. */
function isAddress(url: string): boolean {
	const { hostname } = new URL(url);
	return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

function unnamedHost(url: string): string {
	return `Pipevest calls named hosts only, and ${url} has an IP address. Set the environment variable WEBHOOK_URL of n8n to an address with a name`;
}
