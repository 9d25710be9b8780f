import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../../lib/signatures/delivery';
import type { Window } from '../../lib/signatures/freshness';
import { schemes } from '../../lib/signatures/schemes';
import { verify } from '../../lib/signatures/verify';
import type { Verdict } from '../../lib/signatures/verdict';
import { readKept } from '../../lib/registration/storedRegistration';
import { pipevestCredential } from './api';
import { deliveryKeys } from './deliveryKeys';
import { getPublicKey } from './webhook';

/** Somebody waits for our answer. */
const QUICKLY = { attempts: 1, timeout: 10_000 };

/**
 * Verifies a delivery with the provider's key that is known, and where that fails, once a minute at
 * most, with the one that it shows now.
 */
export async function verifyDelivery(
	ctx: IWebhookFunctions,
	delivery: Delivery,
	window: Window,
): Promise<Verdict> {
	const { baseUrl, clientId } = await pipevestCredential(ctx);
	const client = `${baseUrl} ${clientId}`;
	const known = knownKey(ctx, client);
	const verdict = verifyWith(known, delivery, window);
	if (verdict.authentic) return verdict;
	const shown = await deliveryKeys.ask(client, async () => await askProvider(ctx), window.now);
	return shown && shown !== known ? verifyWith(shown, delivery, window) : verdict;
}

/** Of the key fetched at activation and the one fetched since in this process, the newer. */
function knownKey(ctx: IWebhookFunctions, client: string): string | undefined {
	const kept = readKept(ctx);
	const latest = deliveryKeys.latest(client);
	return latest && latest.seenAt >= Number(kept?.more?.keySeenAt ?? 0) ? latest.key : kept?.secret;
}

function verifyWith(key: string | undefined, delivery: Delivery, window: Window): Verdict {
	return verify(schemes.pipevest, { secrets: [], publicKeys: key ? [key] : [] }, delivery, window);
}

async function askProvider(ctx: IWebhookFunctions): Promise<string | undefined> {
	try {
		return (await getPublicKey(ctx, QUICKLY)).key || undefined;
	} catch (error) {
		ctx.logger.warn('Pipevest could not be asked for its public key', { error: String(error) });
		return undefined;
	}
}
