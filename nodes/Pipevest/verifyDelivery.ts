import { generateKeyPairSync } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { retryBudget } from '../../lib/http/retryBudget';
import {
	HOUR_MS,
	LONGEST_RETRY_HOURS,
	readRegistration,
} from '../../lib/registration/storedRegistration';
import type { Delivery } from '../../lib/signatures/delivery';
import type { ReplayWindow } from '../../lib/signatures/freshness';
import { MISMATCH } from '../../lib/signatures/messageSignature/verifyMessageSignature';
import { publicKey } from '../../lib/signatures/publicKey';
import { verify } from '../../lib/signatures/verify';
import type { Verdict } from '../../lib/signatures/verdict';
import { pipevestCredential } from './api';
import { deliveryKeys } from './deliveryKeys';
import { pipevestScheme } from './scheme';
import { getPublicKey } from './webhook';

/** While none is known, it tells what is signed at all: its private half is thrown away. */
const NOBODYS_KEY = generateKeyPairSync('ed25519')
	.publicKey.export({ type: 'spki', format: 'pem' })
	.toString();

/**
 * Verifies a delivery with the provider's keys that are known. Where it is signed, but by none of
 * these, the provider is asked for the key that it shows now, once a minute at most.
 */
export async function verifyDelivery(
	ctx: IWebhookFunctions,
	delivery: Delivery,
	window: ReplayWindow,
): Promise<Verdict> {
	const { baseUrl, clientId } = await pipevestCredential(ctx);
	const client = `${baseUrl} ${clientId}`;
	const known = knownKeys(ctx, client, window.now);
	const verdict = verifyWith(known.length > 0 ? known : [NOBODYS_KEY], delivery, window);
	if (verdict.authentic || verdict.reason !== MISMATCH) return verdict;
	const shown = await deliveryKeys.ask(client, async () => await askProvider(ctx), window.now);
	return shown && !known.includes(shown) ? verifyWith([shown], delivery, window) : verdict;
}

/**
 * The newest key first. After a rotation, what was signed before it still arrives: the key of the
 * activation is accepted as long as the provider may repeat that.
 */
function knownKeys(ctx: IWebhookFunctions, client: string, now: number): string[] {
	const { secret, more } = readRegistration(ctx) ?? {};
	const latest = deliveryKeys.latest(client);
	if (!latest || latest.seenAt < Number(more?.keySeenAt ?? 0)) return secret ? [secret] : [];
	const isRecent = Math.abs(now - latest.seenAt) < LONGEST_RETRY_HOURS * HOUR_MS;
	return secret && isRecent && secret !== latest.key ? [latest.key, secret] : [latest.key];
}

function verifyWith(keys: string[], delivery: Delivery, window: ReplayWindow): Verdict {
	return verify(pipevestScheme, { secrets: [], publicKeys: keys }, delivery, window);
}

/** @returns a key that can verify something: another answer must not take the place of a good key */
async function askProvider(ctx: IWebhookFunctions): Promise<string | undefined> {
	try {
		const { key } = await getPublicKey(ctx, retryBudget.callback);
		if (publicKey(key)) return key;
		ctx.logger.warn('Pipevest showed a public key that is not ed25519');
	} catch (error) {
		ctx.logger.warn('Pipevest could not be asked for its public key', { error: String(error) });
	}
	return undefined;
}
