import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
	ACCEPTED,
	DUPLICATE,
	openHost,
	withHeader,
	type Otherwise,
	type SignedHost,
} from './support/signedHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { SECRET, signedSenders, WHSEC, type Headers } from './support/signedSenders.mts';

const TOLERANCE = 300;
const NOW = Math.floor(Date.now() / 1000) * 1000;
let host: SignedHost;
beforeAll(() => void installMemoryRecords());
afterEach(async () => {
	jest.restoreAllMocks();
	await host.close();
});

/** Refused with one line that says why and holds no secret; nothing is run. */
async function expectRefused(otherwise: Otherwise) {
	const before = host.executions.length;
	const { status, answer } = await host.deliver(otherwise);
	expect({ status, answer }).toEqual({
		status: 401,
		answer: { error: expect.stringMatching(/^[\x20-\x7e]{5,160}$/) },
	});
	expect(JSON.stringify(answer)).not.toContain(SECRET);
	expect(JSON.stringify(answer)).not.toContain(WHSEC);
	expect(host.executions).toHaveLength(before);
}

const BLANKS = ['', ' ', '\t\n', '\u00a0', 'whsec_', ' whsec_ '];

describe.each(signedSenders)('$name', (sender) => {
	const { header, encoding } = sender;

	it.each(BLANKS)('never passes while the secret is %j', async (blank) => {
		host = await openHost(sender, {}, { secret: blank, previousSecret: blank, publicKey: blank });
		await expectRefused({});
		await expectRefused({ secret: '' });
		await expect(host.hook('checkExists')).rejects.toThrow(/Secret.*blank.*Paste/);
		await expect(host.hook('create')).rejects.toThrow(/Secret.*blank.*Paste/);
	});

	it('passes with either secret while they are changed', async () => {
		const other = sender.credential.secret === WHSEC ? `whsec_${btoa('another')}` : 'another';
		host = await openHost(sender, {}, { secret: other, previousSecret: sender.credential.secret });
		if (sender.sharesSecret) expect(await host.deliver()).toEqual(ACCEPTED);
		await host.close();
		host = await openHost(sender, {}, { secret: other, publicKey: '' });
		await expectRefused({});
	});

	it.each<[string, (value: string) => string[]]>([
		['missing', () => []],
		['blank', () => ['']],
		['twice', (value) => [value, value]],
		['twice, the second one wrong', (value) => [value, '(odd']],
		['twice, the first one wrong', (value) => ['(odd', value]],
		['cut short', (value) => [value.slice(0, -3)]],
		['too long', (value) => [`${value}ab`]],
		['with another beginning', (value) => [`v9${value}`]],
		['without its beginning', (value) => [value.slice(1)]],
		['very long', (value) => [value + 'a'.repeat(8_000)]],
	])('refuses a signature that is %s', async (_, change) => {
		host = await openHost(sender);
		await expectRefused({ headers: withHeader(header, change) });
		expect(await host.deliver()).toEqual(ACCEPTED);
	});

	it('refuses a body other than the one that was signed', async () => {
		host = await openHost(sender);
		const body = Buffer.from(JSON.stringify(sender.body('evt-1', 'a.b')));
		const others = [
			Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
			Buffer.from(`\uFEFF${body.toString()}`),
			Buffer.concat([body, Buffer.from('\n')]),
			Buffer.from(body.toString().replace('ü', 'u')),
		];
		const contentType = 'application/vnd.test+json';
		if (sender.signsBody) {
			for (const delivered of others) await expectRefused({ body, delivered, contentType });
		} else
			expect(await host.deliver({ body, delivered: others[1], contentType })).toEqual(ACCEPTED);
	});

	it.each<[string, string, (body: Buffer) => Buffer]>([
		[
			'pretty',
			'application/json',
			(body) => Buffer.from(JSON.stringify(JSON.parse(String(body)), null, 4)),
		],
		[
			'with a byte order mark',
			'application/x+json',
			(body) => Buffer.from(`\uFEFF${String(body)}`),
		],
		[
			'not UTF-8',
			'application/json',
			(body) => Buffer.from(String(body).replace('漢', 'é'), 'latin1'),
		],
		['of 3 MB', 'application/json', (body) => Buffer.concat([body, Buffer.alloc(3 << 20, ' ')])],
		['of another JSON type', 'application/cloudevents+json; charset=utf-8', (body) => body],
	])('takes a body %s that was signed', async (_, contentType, change) => {
		host = await openHost(sender);
		const body = change(Buffer.from(JSON.stringify(sender.body('evt-1', 'a.b'))));
		expect(await host.deliver({ body, contentType })).toEqual(ACCEPTED);
	});

	it('takes a compressed body whose content was signed', async () => {
		host = await openHost(sender);
		const body = Buffer.from(JSON.stringify(sender.body('evt-1', 'a.b')));
		const headers = (signed: Headers): Headers => [['Content-Encoding', 'gzip'], ...signed];
		expect(await host.deliver({ body, delivered: gzipSync(body), headers })).toEqual(ACCEPTED);
	});

	it('refuses several parts, of which there are no bytes to verify', async () => {
		host = await openHost(sender);
		expect((await host.deliver({ contentType: 'multipart/form-data; boundary=b' })).status).toBe(
			400,
		);
		expect(host.executions).toHaveLength(0);
	});

	it('minds the URL where it is signed, its query too', async () => {
		host = await openHost(sender);
		const elsewhere = { url: `${host.webhookUrl()}/other` };
		if (sender.signsUrl) await expectRefused(elsewhere);
		else expect(await host.deliver(elsewhere)).toEqual(ACCEPTED);
	});

	if (sender.timed) {
		it.each([-TOLERANCE, TOLERANCE])('takes a delivery that is %i s old', async (age) => {
			host = await openHost(sender, { options: { tolerance: TOLERANCE } });
			jest.spyOn(Date, 'now').mockReturnValue(NOW);
			const at = NOW - age * 1000;
			// A JWT is not valid before its time, whatever the window.
			if (sender.name === 'Body JWT' && age !== TOLERANCE) await expectRefused({ at });
			else expect(await host.deliver({ at })).toEqual(ACCEPTED);
		});

		it.each([-TOLERANCE - 1, TOLERANCE + 1, 86_400])(
			'refuses one that is %i s old',
			async (age) => {
				host = await openHost(sender, { options: { tolerance: TOLERANCE } });
				jest.spyOn(Date, 'now').mockReturnValue(NOW);
				await expectRefused({ at: NOW - age * 1000 });
			},
		);

		it('does not take nonsense for a tolerance', async () => {
			host = await openHost(sender, { options: { tolerance: 0 } });
			await expectRefused({ at: Date.now() - 301_000 });
			await expect(host.hook('create')).rejects.toThrow(/Tolerance is 0.*remove the option/);
		});
	}

	if (sender.unit) {
		const now = sender.unit === 's' ? NOW / 1000 : NOW;
		const wrongUnit = sender.unit === 's' ? NOW : NOW / 1000;
		it.each([
			'',
			'0',
			`-${now}`,
			`+${now}`,
			`${now}.0`,
			`${now}x`,
			`${now}e0`,
			'NaN',
			`${wrongUnit}`,
		])('refuses the time %j although it is signed', async (timestamp) => {
			host = await openHost(sender);
			await expectRefused({ timestamp });
		});
	}

	if (encoding) {
		const signature = /[A-Za-z0-9+/_-]{43,}=*$/;
		const bytesOf = (text: string) => Buffer.from(text, encoding);
		const rewrite = (change: (bytes: Buffer) => string): Otherwise => ({
			headers: withHeader(header, (value) => [
				value.replace(signature, (text) => change(bytesOf(text))),
			]),
		});

		it('takes its signature in its own encoding only, and hex in either case', async () => {
			host = await openHost(sender);
			for (const other of (['hex', 'base64', 'base64url'] as const).filter(
				(one) => one !== encoding,
			)) {
				// Both kinds of base64 write some bytes alike, but for the padding, which may be left out.
				const bare = (bytes: Buffer, as: BufferEncoding) => bytes.toString(as).replace(/=+$/, '');
				const differs = (bytes: Buffer) => bare(bytes, other) !== bare(bytes, encoding);
				const probe = rewrite((bytes) => (differs(bytes) ? bytes.toString(other) : '!'));
				await expectRefused(probe);
			}
			await expectRefused(rewrite((bytes) => bytes.subarray(0, -1).toString(encoding)));
			await expectRefused(rewrite((bytes) => Buffer.concat([bytes, bytes]).toString(encoding)));
			if (encoding === 'hex')
				expect(await host.deliver(rewrite((bytes) => bytes.toString('hex').toUpperCase()))).toEqual(
					ACCEPTED,
				);
		});
	}
});

describe('several signatures', () => {
	const byName = (name: string) => signedSenders.find((one) => one.name === name)!;
	const cases: Array<[string, string, string]> = [
		['Standard Webhooks', 'webhook-signature', `v1,${Buffer.alloc(32).toString('base64')}`],
		['Standard Webhooks', 'webhook-signature', 'v9,b2Rk'],
		['Standard Webhooks, svix-*', 'svix-signature', `v1,${Buffer.alloc(32).toString('base64')}`],
		['Standard Webhooks, v1a', 'webhook-signature', `v1a,${Buffer.alloc(64).toString('base64')}`],
		['Stripe', 'Stripe-Signature', `v1=${'0'.repeat(64)}`],
		['Stripe', 'Stripe-Signature', `v0=${'0'.repeat(64)}`],
		['Custom', 'X-Sign', `h1:${Buffer.alloc(64).toString('base64url')}`],
		['Custom', 'X-Sign', 'h9:AAAA'],
	];
	const separators: Record<string, string> = { Stripe: ',', Custom: ';' };

	it.each(cases)('%s takes the right one on either side of %s %s', async (name, header, wrong) => {
		const between = separators[name] ?? ' ';
		host = await openHost(byName(name));
		const around = (text: (value: string) => string) => withHeader(header, (one) => [text(one)]);
		const first = around((value) => `${wrong}${between}${value}`);
		expect(await host.deliver({ headers: first })).toEqual(ACCEPTED);
		const last = around((value) => `${value}${between}${wrong}`);
		expect(await host.deliver({ headers: last })).toEqual(DUPLICATE);
		const body = { delivered: Buffer.from('{}') };
		await expectRefused({ headers: first, ...body });
	});

	it('has the parts of a header of Stripe in any order', async () => {
		host = await openHost(byName('Stripe'));
		const turned = withHeader('Stripe-Signature', (value) => [
			value.split(',').reverse().join(','),
		]);
		expect(await host.deliver({ headers: turned })).toEqual(ACCEPTED);
		const timed = withHeader('Stripe-Signature', (value) => [`${value},t=1`]);
		await expectRefused({ headers: timed });
	});
});

describe('a URL with a query', () => {
	const sender = signedSenders.find(({ name }) => name === 'Custom')!;

	it('is signed as the sender was given it', async () => {
		host = await openHost(sender);
		const url = `${host.webhookUrl()}?tenant=a%20b`;
		const body = Buffer.from('{}');
		const at = String(Date.now());
		const mac = createHmac('sha512', SECRET)
			.update(`POST ${url} e|${at}|`)
			.update(body)
			.digest('base64url');
		const send = async (target: string) =>
			await fetch(target, {
				method: 'POST',
				headers: { 'X-Event': 'e', 'X-Sign': `ts:${at};h1:${mac}` },
				body,
			});
		expect((await send(url)).status).toBe(200);
		expect((await send(`${url}&more=1`)).status).toBe(401);
		expect((await send(host.webhookUrl())).status).toBe(401);
	});
});
