import { afterEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { createHost } from './harness/createHost.mts';

let host: Awaited<ReturnType<typeof createHost>>;
afterEach(async () => await host.close());

const KEY = `whpk_${Buffer.alloc(32, 9).toString('base64')}`;
const WHSEC = `whsec_${btoa('0123456789abcdef01234567')}`;
const OFF = { deduplicateBy: 'off' };
const custom = { scheme: 'custom', header: 'X-Sign', options: OFF };

async function publish(parameters: IDataObject, credential: Record<string, string>) {
	host = await createHost({
		nodes: [{ type: 'signedWebhookTrigger', parameters }],
		credentials: { signedWebhookApi: credential },
	});
	const told = await host.hook('checkExists').catch((error: Error) => error.message);
	expect(await host.hook('create').catch((error: Error) => error.message)).toEqual(told);
	return told;
}

describe('publishing is refused with the remedy', () => {
	it.each<[string, IDataObject, Record<string, string>, RegExp]>([
		['no secret', { scheme: 'stripe' }, { secret: '' }, /Secret.*blank.*Paste.*Stripe/],
		['no key at all', { scheme: 'standardWebhooks' }, {}, /Secret.*blank.*Public Key/],
		[
			'a secret of another kind',
			{},
			{ secret: 'not base64!' },
			/Secret.*Standard Webhooks.*whsec_/,
		],
		[
			'a public key where a secret is shared',
			{ scheme: 'github' },
			{ publicKey: KEY },
			/Secret.*blank/,
		],
		[
			'a public key that is none',
			{ scheme: 'messageSignature', options: OFF },
			{ publicKey: 'odd' },
			/ed25519.*BEGIN PUBLIC KEY/,
		],
		[
			'no id for a custom scheme',
			{ ...custom, options: {} },
			{ secret: 's' },
			/no standard event ID.*Event ID From.*deduplication to Off/,
		],
		[
			'no id, by job',
			{ ...custom, options: { deduplicateBy: 'job' } },
			{ secret: 's' },
			/Event ID From/,
		],
		['no id for a secret header', { scheme: 'secretHeader' }, { secret: 's' }, /Event ID From/],
		[
			'no id for a message signature',
			{ scheme: 'messageSignature' },
			{ secret: 's' },
			/Event ID From/,
		],
		[
			'a blank id path',
			{ scheme: 'github', eventIdFrom: 'body', eventIdName: ' ' },
			{ secret: 's' },
			/Event ID From/,
		],
		['no header', { ...custom, header: '' }, { secret: 's' }, /Header "".*fill in/],
		[
			'a header that is none',
			{ scheme: 'secretHeader', header: 'a b', options: OFF },
			{ secret: 's' },
			/Header "a b"/,
		],
		['an unsigned body', { ...custom, content: '{timestamp}' }, { secret: 's' }, /no \{body\}/],
		[
			'an unknown place',
			{ ...custom, content: '{host}.{body}' },
			{ secret: 's' },
			/knows \{timestamp\}/,
		],
		[
			'a time without its place',
			{ ...custom, content: '{timestamp}.{body}' },
			{ secret: 's' },
			/fill in Timestamp Header/,
		],
		[
			'a time inside a header of one part',
			{ ...custom, content: '{timestamp}.{body}', timestampIn: 'signature', timestampPrefix: 't=' },
			{ secret: 's' },
			/Separator and Timestamp Prefix/,
		],
		[
			'an id without its header',
			{ ...custom, content: '{id}.{body}' },
			{ secret: 's' },
			/fill in ID Header/,
		],
		[
			'no tolerance',
			{ scheme: 'stripe', options: { tolerance: 0 } },
			{ secret: 's' },
			/Tolerance is 0/,
		],
		[
			'a negative tolerance',
			{ scheme: 'slack', options: { tolerance: -5 } },
			{ secret: 's' },
			/Tolerance is -5/,
		],
		[
			'no events',
			{ scheme: 'stripe', events: ' , ' },
			{ secret: 's' },
			/Events is empty.*fill in \*/,
		],
	])('%s', async (_, parameters, credential, told) => {
		expect(await publish(parameters, credential)).toMatch(told);
	});
});

describe('publishing is allowed', () => {
	it.each<[string, IDataObject, Record<string, string>]>([
		['with a public key alone', {}, { publicKey: KEY }],
		['with a secret that ends in spaces', {}, { secret: `${WHSEC} ` }],
		['when duplicates are let through', custom, { secret: 's' }],
		[
			'with an id in the body',
			{ ...custom, options: {}, eventIdFrom: 'body', eventIdName: 'id' },
			{ secret: 's' },
		],
		[
			'with a signed id',
			{ ...custom, options: {}, content: '{id}.{body}', idHeader: 'X-Id' },
			{ secret: 's' },
		],
		[
			'with a message signature by a shared key',
			{ scheme: 'messageSignature', options: OFF },
			{ secret: 's' },
		],
	])('%s', async (_, parameters, credential) => {
		expect(await publish(parameters, credential)).toBe(true);
	});
});
