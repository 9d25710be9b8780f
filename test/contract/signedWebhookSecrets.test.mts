import { afterEach, describe, expect, it } from '@jest/globals';
import { ACCEPTED, openHost, type SignedHost } from './support/signedHost.mts';
import { signedSenders, type SignedSender } from './support/signedSenders.mts';

let host: SignedHost;
afterEach(async () => await host.close());

describe('a secret as people paste it', () => {
	it.each([
		['GitHub', 'a line feed behind it', '', '\n'],
		['Secret Header', 'spaces around it', ' ', ' '],
		['Stripe', 'a tab behind it', '', '\t'],
		['Standard Webhooks', 'its version before it, as Supabase shows it', 'v1,', ''],
	])('%s, %s: is published and verifies', async (name, _how, before, after) => {
		const sender = signedSenders.find((one) => one.name === name) as SignedSender;
		const secret = `${before}${String(sender.credential.secret)}${after}`;
		host = await openHost(sender, {}, { ...sender.credential, secret });
		expect(await host.hook('create')).toBe(true);
		expect(await host.deliver()).toEqual(ACCEPTED);
	});
});
