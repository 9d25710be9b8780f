import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Keys, Scheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { odd } from './edits.mts';
import { mutations } from './mutations.mts';
import senders from './senders.mts';
import { BODY, NOW } from './signing.mts';

/** Runs of each property for each sender; many more are made in test/faults. */
const numRuns = Number(process.env.FC_RUNS ?? 100);
const WINDOW = { now: NOW, tolerance: 300 };

describe.each(senders)('$name', (sender) => {
	const genuine = sender.send();

	it('accepts nothing but what was signed, in time, with the right key', () => {
		const given = { tolerance: WINDOW.tolerance, genuine: { body: BODY, url: genuine.url } };
		fc.assert(
			fc.property(mutations(sender, given), ({ delivery, now }) => {
				expect(verify(sender.scheme, sender.keys, delivery, { ...WINDOW, now })).toEqual({
					authentic: false,
					reason: expect.stringMatching(/^[\x20-\x7e]{5,200}$/),
				});
			}),
			{ numRuns: 5 * numRuns },
		);
	});

	it('answers any request with a verdict of one line', () => {
		const name = fc.oneof(fc.constantFrom(...sender.headers, 'Host'), odd);
		const value = fc.oneof(
			odd,
			fc.constantFrom(...genuine.rawHeaders),
			fc.string({ unit: 'binary', maxLength: 300 }),
		);
		const rawHeaders = fc
			.array(fc.tuple(name, value), { maxLength: 12 })
			.map((pairs) => pairs.flat());
		const delivery = fc.record({
			method: odd,
			url: fc.oneof(odd, fc.webUrl()),
			rawHeaders: fc.oneof(
				rawHeaders,
				rawHeaders.map((all) => all.slice(1)),
			),
			body: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
		});
		fc.assert(
			fc.property(delivery, fc.double(), fc.double(), (request, now, tolerance) => {
				const verdict = verify(sender.scheme, sender.keys, request, { now, tolerance });
				if (verdict.authentic) {
					// The secret itself among the values is no forgery; nothing else can be right by chance.
					expect(sender.scheme.kind).toBe('sharedSecret');
				} else {
					expect(verdict.reason).toMatch(/^[\x20-\x7e]{5,200}$/);
					for (const secret of sender.keys.secrets) expect(verdict.reason).not.toContain(secret);
				}
			}),
			{ numRuns },
		);
	});
});

describe('any keys and any custom scheme', () => {
	it('are answered with a verdict', () => {
		const text = fc.oneof(
			odd,
			fc.string({ unit: 'binary', maxLength: 100 }),
			fc.base64String().map((one) => `whsec_${one}`),
		);
		const keys: fc.Arbitrary<Keys> = fc.record({
			secrets: fc.array(text),
			publicKeys: fc.array(text),
			issuers: fc.array(text),
		});
		const header = fc.constantFrom('Host', 'X-Sign', 'webhook-signature', '', 'é');
		const custom: fc.Arbitrary<Scheme> = fc.record({
			kind: fc.constant('hmac' as const),
			signature: fc.record({
				headers: fc.array(header, { maxLength: 3 }),
				separator: odd,
				prefix: odd,
			}),
			algorithm: fc.constantFrom('sha256', 'sha512', 'sha1'),
			encoding: fc.constantFrom('hex', 'base64', 'base64url'),
			content: fc
				.array(
					fc.constantFrom(
						'{body}',
						'{id}',
						'{timestamp}',
						'{url}',
						'{method}',
						'{',
						'}',
						'{x}',
						'.',
					),
				)
				.map((all) => all.join('')),
			timestamp: fc.oneof(
				fc.constant(undefined),
				fc.record({ unit: fc.constantFrom('s', 'ms'), prefix: odd }),
			),
			id: fc.oneof(fc.constant(undefined), fc.record({ headers: fc.array(header) })),
			secret: fc.record({
				encoding: fc.constantFrom('utf8', 'base64'),
				prefix: odd,
				trim: fc.boolean(),
			}),
			ed25519: fc.oneof(fc.constant(undefined), fc.record({ prefix: odd })),
		});
		const known = Object.values(schemes).filter((scheme) => typeof scheme !== 'function');
		fc.assert(
			fc.property(
				fc.oneof(custom, fc.constantFrom<Scheme[]>(...known)),
				keys,
				fc.array(odd),
				(scheme, own, values) => {
					const rawHeaders = values.flatMap((value, at) => [['X-Sign', 'Host'][at % 2], value]);
					const delivery = { method: 'POST', url: 'https://n8n.example/', rawHeaders, body: BODY };
					expect(verify(scheme, own, delivery, WINDOW).authentic).toBe(false);
				},
			),
			{ numRuns: numRuns * 10 },
		);
	});
});
