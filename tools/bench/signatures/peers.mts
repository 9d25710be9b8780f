import { createHash } from 'node:crypto';
import { verify as octokitVerify } from '@octokit/webhooks-methods';
import { createVerifier, httpbis } from 'http-message-signatures';
import { WebhookReceiver } from 'livekit-server-sdk';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { PAIR, SECRET, WHSEC } from '../../../test/contract/support/signedSenders.mts';
import type { Work } from '../measure/microseconds.mts';
import type { Message } from './message.mts';

/** The library of a sender, doing with one delivery what its receiver is told to do. */
export interface Peer {
	name: string;
	/** Name of the scheme in `cases.mts`. */
	scheme: string;
	/** Whether it hands over the parsed body, too. */
	parses: boolean;
	/** What checks the delivery; throws, or answers false, where it is not authentic. */
	check(message: Message): Work;
}

const verifier = createVerifier(PAIR.publicKey, 'ed25519');

export const peers: Peer[] = [
	{
		name: '@octokit/webhooks-methods',
		scheme: 'GitHub',
		parses: false,
		check({ headers, delivery: { body } }) {
			const signature = headers['X-Hub-Signature-256'] ?? '';
			return async () => await octokitVerify(SECRET, body.toString(), signature);
		},
	},
	{
		name: 'stripe constructEvent',
		scheme: 'Stripe',
		parses: true,
		check({ headers, delivery: { body } }) {
			const signature = headers['Stripe-Signature'] ?? '';
			return () => Stripe.webhooks.constructEvent(body, signature, WHSEC);
		},
	},
	{
		name: 'standardwebhooks',
		scheme: 'Standard Webhooks',
		parses: true,
		check({ headers, delivery: { body } }) {
			const webhook = new Webhook(WHSEC);
			return () => webhook.verify(body, headers);
		},
	},
	{
		name: 'livekit-server-sdk',
		scheme: 'LiveKit',
		parses: true,
		check({ headers, delivery: { body } }) {
			const receiver = new WebhookReceiver('APIkey1', SECRET);
			return async () => await receiver.receive(body.toString(), headers.Authorization);
		},
	},
	{
		name: 'http-message-signatures',
		scheme: 'HTTP Message Signature, ed25519',
		parses: false,
		check({ headers, delivery: { method, url, body } }) {
			const config = { keyLookup: async () => ({ verify: verifier }) };
			const [, digest] = /^sha-512=:(.*):$/.exec(headers['Content-Digest'] ?? '') ?? [];
			// It leaves the digest of the body to its caller.
			return async () =>
				createHash('sha512').update(body).digest('base64') === digest &&
				(await httpbis.verifyMessage(config, { method, url, headers }));
		},
	},
];
