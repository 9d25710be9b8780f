import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import type { Keys } from '../../../dist/lib/signatures/scheme.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import senders from './senders.mts';
import { BODY, NOW, withHeader } from './signing.mts';

const TOLERANCE = 300;
const BLANKS = ['', ' ', '\t\n', '\u00a0', '\ufeff', 'whsec_', ' whsec_ '];

describe.each(senders)('$name', (sender) => {
	const { scheme, keys, headers, send } = sender;
	const check = (delivery: Delivery, by: Keys = keys, now = NOW) =>
		verify(scheme, by, delivery, { now, tolerance: TOLERANCE });
	const refusal = { authentic: false, reason: expect.stringMatching(/^[\x20-\x7e]{5,120}$/) };

	it('accepts what it sent', () => {
		expect(check(send()).authentic).toBe(true);
	});

	describe('keys', () => {
		const others: Keys = {
			...keys,
			secrets: keys.secrets.map((secret) => `${secret.slice(0, -1)}A`),
			publicKeys: keys.publicKeys?.map(() => Buffer.alloc(32, 9).toString('base64')),
		};

		it('refuses another key, and accepts ours beside others in any order', () => {
			expect(check(send(), others)).toEqual(refusal);
			for (const [one, other] of [
				[keys, others],
				[others, keys],
			]) {
				const both = {
					...keys,
					secrets: ['', ...one.secrets, ' ', ...other.secrets],
					publicKeys: ['', ...(one.publicKeys ?? []), 'odd', ...(other.publicKeys ?? [])],
				};
				expect(check(send(), both).authentic).toBe(true);
			}
		});

		it('refuses everything while no key is set', () => {
			expect(check(send(), { secrets: [] })).toEqual(refusal);
			expect(check(send(), { ...keys, secrets: BLANKS, publicKeys: BLANKS })).toEqual(refusal);
		});

		it.each(BLANKS)('never passes the blank secret %j', (secret) => {
			expect(check(send({ secret }), { issuers: keys.issuers, secrets: [secret] })).toEqual(
				refusal,
			);
			expect(
				check(send({ secret: '' }), { ...keys, secrets: [secret], publicKeys: [secret] }),
			).toEqual(refusal);
		});
	});

	describe.each(headers)('header %s', (name) => {
		const changed = (change: (value: string) => string[]) => withHeader(send(), name, change);

		it.each<[string, (value: string) => string[]]>([
			['missing', () => []],
			['empty', () => ['']],
			['blank', () => [' \t']],
			['twice', (value) => [value, value]],
			['twice, the second one wrong', (value) => [value, '(odd']],
			['twice, the first one wrong', (value) => ['(odd', value]],
			['cut short', (value) => [value.replace(/=*$/, '').slice(0, -1)]],
			['cut in half', (value) => [value.slice(0, value.length / 2)]],
			['without its beginning', (value) => [value.slice(1)]],
			['longer', (value) => [`${value}a`]],
			['with a space in it', (value) => [`${value.slice(0, -3)} ${value.slice(-3)}`]],
			['with another beginning', (value) => [`v9=${value}`]],
			['of other characters', () => ['\u{1f600}\u0000\ud800']],
			['very long', (value) => [value + 'a'.repeat(100_000)]],
			['of many parts', () => [(',v1=' + 'ab'.repeat(32)).repeat(1000)]],
			['an object in text', () => ['[object Object]']],
			[
				'in wide characters',
				(value) => [
					value.replace(/[a-z0-9]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x100)),
				],
			],
		])('is refused when %s', (_how, change) => {
			expect(check(changed(change))).toEqual(refusal);
		});

		it('may have spaces and tabs around its value, which HTTP does not count', () => {
			expect(check(changed((value) => [`\t ${value} `])).authentic).toBe(true);
		});

		it('may not have other white space around its value', () => {
			for (const white of ['\n', '\r\n', '\u00a0', '\ufeff']) {
				expect(check(changed((value) => [value + white]))).toEqual(refusal);
			}
		});

		it('is found in any case of its name', () => {
			const delivery = send();
			const rawHeaders = delivery.rawHeaders.map((text, at) =>
				at % 2 ? text : text.toUpperCase(),
			);
			expect(check({ ...delivery, rawHeaders }).authentic).toBe(true);
		});
	});

	it('holds its window to the millisecond, if its scheme has one', () => {
		const timed = sender.unit !== undefined || scheme.kind === 'jwt';
		expect(check(send(), keys, NOW + TOLERANCE * 1000 + 1).authentic).toBe(!timed);
	});

	describe('body', () => {
		const bodies: Array<[string, Buffer]> = [
			['empty', Buffer.alloc(0)],
			['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), BODY])],
			['pretty', Buffer.from(JSON.stringify(JSON.parse(BODY.toString()), null, 2))],
			['not UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3])],
			['of 3 MB', Buffer.alloc(3 << 20, '{"a":')],
			['a form', Buffer.from('payload=%7B%7D&a=b')],
			['with line breaks', Buffer.from('1.2.{"a":\r\n1}\n')],
		];

		it.each(bodies)('is taken as bytes when %s', (_how, body) => {
			expect(check(send({ body })).authentic).toBe(true);
		});

		it('is refused in place of ours, if its scheme signs any', () => {
			const respaced = Buffer.from(BODY.toString().replaceAll(':', ': '));
			for (const body of [...bodies.map(([, bytes]) => bytes), respaced]) {
				// PiAPI signs nothing (docs/reference/piapi.md 4): all a repeated secret tells is who sent it.
				expect(check({ ...send(), body }).authentic).toBe(scheme.kind === 'sharedSecret');
			}
		});
	});

	it('minds the method and the URL where they are signed', () => {
		const expected = !sender.signsUrl;
		expect(check({ ...send(), url: 'https://n8n.example/webhook/other' }).authentic).toBe(expected);
		expect(check({ ...send(), url: 'http://n8n.example/webhook/7c1d/hook' }).authentic).toBe(
			expected,
		);
		expect(check({ ...send(), url: 'not a URL' }).authentic).toBe(expected);
		expect(check({ ...send(), method: 'PUT' }).authentic).toBe(expected);
	});

	it('takes headers of odd shapes for what they are', () => {
		expect(check({ ...send(), rawHeaders: [] })).toEqual(refusal);
		expect(check({ ...send(), rawHeaders: headers.slice(0, 1) })).toEqual(refusal);
	});

	it('is data', () => {
		const copy = JSON.parse(JSON.stringify(scheme));
		expect(verify(copy, keys, send(), { now: NOW, tolerance: TOLERANCE }).authentic).toBe(true);
	});
});

const timed = senders.filter((sender) => sender.unit !== undefined);

describe.each(timed)('time of $name', ({ scheme, keys, unit, send }) => {
	const text = (ms: number) => String(unit === 's' ? ms / 1000 : ms);
	const check = (timestamp: string) =>
		verify(scheme, keys, send({ timestamp }), { now: NOW, tolerance: TOLERANCE });

	it.each([-TOLERANCE, -1, 0, TOLERANCE])('%i s old is fresh', (age) => {
		const signedAt = NOW - age * 1000;
		expect(check(text(signedAt))).toMatchObject({ authentic: true, signedAt });
	});

	it.each([-TOLERANCE - 1, TOLERANCE + 1, 86_400])(
		'%i s old is stale, and said to be so',
		(age) => {
			expect(check(text(NOW - age * 1000))).toEqual({
				authentic: false,
				reason: expect.stringContaining(`${Math.abs(age)} s`),
			});
		},
	);

	const genuine = text(NOW);
	const otherUnit = unit === 's' ? String(NOW) : String(NOW / 1000);

	it.each([
		...['', '0', `-${genuine}`, `+${genuine}`, `${genuine}.0`, `${genuine}junk`, `${genuine}e0`],
		...['0x690244C0', 'NaN', 'Infinity', '99999999999999999999', `${genuine} 1`, '١٧٦١٧٣٩٢٠٠'],
		...[genuine.slice(0, -1), otherUnit],
	])('%j is refused although it is signed', (timestamp) => {
		expect(check(timestamp).authentic).toBe(false);
	});
});

describe.each(senders.filter((sender) => sender.hex))(
	'hex of $name',
	({ scheme, keys, headers, send }) => {
		it('may be in upper case: it says the same bytes', () => {
			const delivery = withHeader(send(), headers[0], (value) => [
				value.replace(/[0-9a-f]{64}/, (hex) => hex.toUpperCase()),
			]);
			expect(delivery).not.toEqual(send());
			expect(verify(scheme, keys, delivery, { now: NOW, tolerance: 0 }).authentic).toBe(true);
		});
	},
);
