import { NodeOperationError, type IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../../lib/signatures/delivery';
import type { ReplayWindow } from '../../lib/signatures/freshness';
import { UNKNOWN_KEY } from '../../lib/signatures/jwtClaims';
import { valueAt } from '../../lib/signatures/place';
import { publicKeysIn } from '../../lib/signatures/publicKey';
import { refused, type Verdict } from '../../lib/signatures/verdict';
import type { SignedWebhookCredential } from './credential';
import { KeyCache } from './keyCache';
import type { KeySource, SenderDefinition } from './senderDefinition';

const MISMATCH = 'the signature does not match';

/** The keys of this process: n8n loads each module once, whatever the number of nodes. */
const cache = new KeyCache();

/** Longer than any set of keys. */
const LARGEST = 200_000;

/**
 * Verifies a delivery with keys that are fetched, where its sender shows them at an address and none
 * is pasted. Where none of the kept ones fits, they are fetched anew, once a minute at most.
 *
 * @throws when no key could be fetched: the sender is told to try again
 */
export async function withRemoteKeys(
	ctx: IWebhookFunctions,
	{ keysFrom, keyPair }: SenderDefinition,
	{ jwksUrl, publicKey }: SignedWebhookCredential,
	delivery: Delivery,
	{ now }: ReplayWindow,
	check: (publicKeys: string[]) => Verdict,
): Promise<Verdict> {
	const source: KeySource | undefined =
		jwksUrl && (keyPair || keysFrom) ? { jwks: jwksUrl } : keysFrom;
	if (!source || publicKey.trim() !== '') return check([]);
	const url = addressOf(source, delivery);
	if (!url) return refused('the delivery names a certificate elsewhere than its sender keeps it');
	const fetch = async () => await fetchKeys(ctx, url);
	const verdict = check([await cache.get(url, fetch, now)]);
	const mayBeNew = !verdict.authentic && [MISMATCH, UNKNOWN_KEY].includes(verdict.reason);
	if (!mayBeNew || 'certificateAt' in source) return verdict;
	const renewed = await cache.renew(url, fetch, now);
	return renewed === undefined ? verdict : check([renewed]);
}

function addressOf(source: KeySource, delivery: Delivery): string | undefined {
	return 'jwks' in source
		? source.jwks
		: allowedUrl(valueAt(delivery, source.certificateAt).value, source);
}

/** A URL that a delivery names, when it is one of the sender's own. */
export function allowedUrl(text: string | undefined, source?: KeySource): string | undefined {
	if (text === undefined || !source || !('hosts' in source) || !URL.canParse(text))
		return undefined;
	const { protocol, hostname, port, username, password, href } = new URL(text);
	const isOwn = protocol === 'https:' && port === '' && source.hosts.test(hostname);
	return isOwn && username === '' && password === '' ? href : undefined;
}

async function fetchKeys(ctx: IWebhookFunctions, url: string) {
	const { body, headers } = (await ctx.helpers.httpRequest({
		url,
		method: 'GET',
		timeout: 8000,
		encoding: 'text',
		json: false,
		disableFollowRedirect: true,
		returnFullResponse: true,
	})) as { body: unknown; headers: Record<string, string | undefined> };
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	if (text.length > LARGEST || publicKeysIn(text).length === 0)
		throw new NodeOperationError(ctx.getNode(), `No public key was found at ${new URL(url).host}`);
	return { text, cacheControl: headers['cache-control'] };
}
