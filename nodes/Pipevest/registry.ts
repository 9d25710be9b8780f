import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { publicKey } from '../../lib/signatures/publicKey';
import type { Entry, Registry } from '../../lib/registration/registry';
import { pipevestCredential } from './api';
import { chosenSubscriptions } from './chosenSubscriptions';
import { foreignFault } from './foreignFault';
import { forgetReplaced, rememberReplaced, replacedWebhook, type Replaced } from './replaced';
import { comparable, isNarrow } from './subscriptions';
import { getPublicKey, getWebhook, putWebhook, type PipevestWebhook } from './webhook';

/** n8n repeats a registration itself, and gives it up as a whole after some 80 s (docs/reference/n8n.md 3). */
const BRIEFLY = { attempts: 2, timeout: 15_000 };

const UNCHANGED =
	'Pipevest accepted the change of the webhook, but shows it unchanged. Check the base URL in the credential, then try again';

/** There is no way to delete a webhook, and none to want less of it (docs/reference/pipevest.md 5). */
const LEAST = ['WEBHOOK'];

/**
 * Pipevest's registry of one webhook per client, which has no name of its own: here it goes by its
 * URL. What verifies deliveries is the provider's public key.
 */
export function pipevestRegistry(ctx: IHookFunctions): Registry {
	const subscriptions = chosenSubscriptions(ctx);
	const wish = comparable(subscriptions);
	const current = async () => await getWebhook(ctx, BRIEFLY);
	/** What the change is answered with is not documented, so that only a look tells (docs/reference/pipevest.md 5). */
	const change = async (method: 'POST' | 'PUT', wanted: Replaced) => {
		await putWebhook(ctx, method, wanted, BRIEFLY);
		const found = await current();
		const isDone =
			found?.url === wanted.url &&
			comparable(found.subscriptions) === comparable(wanted.subscriptions);
		if (!isDone) throw new NodeOperationError(ctx.getNode(), UNCHANGED);
	};
	return {
		name: 'Pipevest',
		baseUrl: async () => (await pipevestCredential(ctx)).baseUrl,
		wish,
		async list() {
			const webhook = await current();
			return webhook ? [asEntry(webhook, wish)] : [];
		},
		async create(url) {
			const webhook = await current();
			const fault =
				subscriptions.length === 0
					? 'Choose at least one event'
					: await foreignFault(ctx, url, webhook);
			if (fault) throw new NodeOperationError(ctx.getNode(), fault);
			// Before the change: an activation that fails after it is undone from this.
			if (webhook?.url !== url) rememberReplaced(ctx, url, webhook);
			await change(webhook ? 'PUT' : 'POST', { url, subscriptions });
			const secret = await deliveryKey(ctx);
			return { id: url, secret, more: { keySeenAt: Date.now() } };
		},
		async retire(url) {
			const back = replacedWebhook(ctx) ?? { url, subscriptions: LEAST };
			await change('PUT', back);
			forgetReplaced(ctx);
		},
	};
}

function asEntry({ url, status, subscriptions }: PipevestWebhook, wish: string): Entry {
	const found = comparable(subscriptions);
	const isRetired = found !== wish && isNarrow(subscriptions);
	return { id: url, url, wish: found, state: status === 'ACTIVE' && !isRetired ? 'active' : 'off' };
}

async function deliveryKey(ctx: IHookFunctions): Promise<string> {
	const { key } = await getPublicKey(ctx, BRIEFLY);
	if (publicKey(key)) return key;
	const fault =
		key === ''
			? 'Pipevest answered without a public key. Check the base URL in the credential'
			: 'Pipevest showed a public key that is not ed25519, so that no delivery could be verified. Ask its support for the key of the webhook';
	throw new NodeOperationError(ctx.getNode(), fault);
}
