import { promises } from 'node:dns';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { downloadResults } from '../../../dist/lib/results/downloadResults.js';
import { shortenSleep } from '../../contract/harness/shortenSleep.mts';
import { fileServer, LONG_FILE, PNG, type Trouble } from './support/fileServer.mts';
import { evaluateIn, n8nContext } from './support/n8nContext.mts';

let files: Awaited<ReturnType<typeof fileServer>>;
const ctx = n8nContext();
const MB = 1024 * 1024;
const limits = { maxBytes: MB, maxTotalBytes: 10 * MB, allowLoopback: true, timeoutMs: 20_000 };

/** A resolver of the test's own: each name leads to the addresses that stand in it. */
const resolveTo = (...addresses: string[]) =>
	jest
		.spyOn(promises, 'lookup')
		.mockResolvedValue(
			addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) as never,
		);

shortenSleep();

const download = async (paths: string[], more = {}) =>
	await downloadResults(ctx, paths.map(files.url), { ...limits, ...more });

beforeAll(async () => {
	files = await fileServer();
});
beforeEach(() => {
	files.requests.length = 0;
});
afterAll(async () => await files.close());

describe('downloadResults', () => {
	it('puts several files into data, data_1 and so on, in order', async () => {
		const { binary, problems } = await download(['/photo.png', '/named', '/once', '/named-utf8']);
		expect(problems).toEqual([]);
		expect(binary).toMatchObject({
			data: { fileName: 'photo.png', mimeType: 'image/png', data: PNG.toString('base64') },
			data_1: { fileName: 'a b.mp4', mimeType: 'video/mp4', fileType: 'video' },
			data_2: { fileName: 'photo.png', mimeType: 'image/png' },
			data_3: { fileName: 'Lärm.mp3', mimeType: 'audio/mpeg' },
		});
	});

	it('tells the type from the bytes or the name where the server does not', async () => {
		const { binary } = await download(['/untold', '/model.glb'], { prefix: 'result' });
		expect(binary).toMatchObject({
			result: { fileName: 'untold', mimeType: 'image/png', fileExtension: 'png' },
			result_1: { fileName: 'model.glb', mimeType: 'model/gltf-binary' },
		});
	});

	it.each([
		['/gone', 'The server answered 404'],
		['/announced', 'It is larger than 1.0 MB: raise the maximum file size'],
		['/endless', 'It is larger than 1.0 MB: raise the maximum file size'],
		['/bomb', 'It is larger than 1.0 MB: raise the maximum file size'],
		['/round', 'It was redirected more than 3 times'],
		['/to-private', '169.254.169.254 is not a public host'],
		['/to-file', 'Only http and https are fetched'],
	])('leaves %s out, says why, and keeps the other files', async (path, reason) => {
		const { binary, problems } = await download([path, '/photo.png']);
		expect(problems).toEqual([{ url: files.url(path), reason }]);
		expect(binary).toMatchObject({ data: { fileName: 'photo.png' } });
	});

	it('says that a file broke off', async () => {
		const { binary, problems } = await download(['/broken']);
		expect(binary).toEqual({});
		expect(problems).toEqual([{ url: files.url('/broken'), reason: expect.stringMatching(/./) }]);
	});

	it.each(['/silent', '/stalled'])('gives up on %s in time', async (path) => {
		const { problems } = await download([path], { timeoutMs: 200 });
		expect(problems).toEqual([{ url: files.url(path), reason: 'It took longer than 0.2 seconds' }]);
	});

	it('accepts a file of exactly the allowed size', async () => {
		expect((await download(['/photo.png'], { maxBytes: PNG.length })).problems).toEqual([]);
		expect((await download(['/photo.png'], { maxBytes: PNG.length - 1 })).problems).toHaveLength(1);
	});

	it('asks no private host, nor this machine unless allowed', async () => {
		const urls = [
			files.url('/photo.png'),
			files.url('/photo.png').replace('127.0.0.1', '2130706433'),
			files.url('/photo.png').replace('127.0.0.1', '[::ffff:127.0.0.1]'),
			'http://10.0.0.1/a.png',
			'http://files.internal/a.png',
			'https://user:pass@example.com/a.png',
			'ftp://example.com/a.png',
			'no url',
		];
		const { binary, problems } = await downloadResults(ctx, urls, {
			...limits,
			allowLoopback: false,
		});
		expect(binary).toEqual({});
		expect(problems.map(({ url }: { url: string }) => url)).toEqual(urls);
		expect(files.requests).toEqual([]);
	});

	it.each([
		['127.0.0.1'],
		['10.0.0.7'],
		['169.254.169.254'],
		['168.63.129.16'],
		['100.64.0.1'],
		['224.0.0.1'],
		['::'],
		['::1'],
		['::127.0.0.1'],
		['::ffff:10.0.0.7'],
		['64:ff9b::a00:7'],
		['2002:a00:7::1'],
		['fec0::1'],
		['fd00::1'],
		['fe80::1%eth0'],
		['93.184.216.34', '10.0.0.7'],
	])(
		'does not fetch a public name that leads to %s, from the start or by a redirect',
		async (...addresses) => {
			const resolver = resolveTo(...addresses);
			const name = `http://${addresses.join('-').replace(/\W+/g, '-')}x.example.com/a.png`;
			const urls = [name, files.url('/to-private-name')];
			const { problems } = await downloadResults(ctx, urls, limits);
			resolver.mockRestore();
			expect(problems.map(({ reason }: { reason: string }) => reason)).toEqual([
				`${new URL(name).hostname} leads to an address that is not public`,
				'files.example.com leads to an address that is not public',
			]);
		},
	);

	describe('where a name cannot be looked up', () => {
		const url = 'http://files-of-nobody.example.com/a.png';
		const PROXY = 'http://127.0.0.1:9';
		const context = n8nContext();
		const seeing = (env?: Record<string, string>) =>
			Object.assign(Object.create(context), { evaluateExpression: evaluateIn(env) });
		const reasonFor = async (env?: Record<string, string>) => {
			const resolver = jest
				.spyOn(promises, 'lookup')
				.mockRejectedValue(Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' }));
			const { problems } = await downloadResults(seeing(env), [url], { ...limits, timeoutMs: 300 });
			resolver.mockRestore();
			return String(problems[0]?.reason);
		};

		it.each([
			['n8n hides its environment', undefined],
			['there is no proxy', {}],
			['the proxy is for https only', { HTTPS_PROXY: PROXY }],
			['the proxy is not for this host', { HTTP_PROXY: PROXY, NO_PROXY: 'a, .example.com' }],
			['the proxy is for no host', { HTTP_PROXY: PROXY, NO_PROXY: '*' }],
		])('refuses it when %s', async (_, env) => {
			expect(await reasonFor(env)).toMatch(
				/^files-of-nobody.example.com could not be resolved \(EAI_AGAIN\).*BLOCK_ENV_ACCESS/,
			);
		});

		it.each<Record<string, string>>([
			{ HTTP_PROXY: PROXY },
			{ ALL_PROXY: PROXY, NO_PROXY: 'other.com' },
		])('leaves it to a proxy: %j', async (env) => {
			expect(await reasonFor(env)).not.toMatch(/resolved/);
		});

		it('refuses every name in an n8n that has no look-up for nodes, and says so', async () => {
			const { getSecureEgressFilter: _, ...helpers } = context.helpers;
			const old = { ...context, helpers } as typeof context;
			const { binary, problems } = await downloadResults(
				old,
				[url, files.url('/photo.png')],
				limits,
			);
			expect(problems).toEqual([
				{ url, reason: expect.stringMatching(/cannot check.*Update n8n/) },
			]);
			expect(binary).toMatchObject({ data: { fileName: 'photo.png' } });
		});
	});

	describe('tries again', () => {
		const onceBroken = { breaksAfter: 60_000 };
		const range = (from: number) => `bytes=${from}-`;
		const rows: Array<[string, Trouble, Array<string | undefined>]> = [
			['goes on where it broke off', { ...onceBroken, ranges: 'yes' }, [range(60_000)]],
			[
				'goes on again',
				{ breaksAfter: 30_000, times: 2, ranges: 'yes' },
				[range(30_000), range(60_000)],
			],
			['starts over where the server cannot go on', { ...onceBroken, ranges: 'no' }, [undefined]],
			['starts over where the file changed', { ...onceBroken, ranges: 'changed' }, [range(60_000)]],
			[
				'starts over where the server refuses to go on',
				{ ...onceBroken, ranges: 'unsatisfiable' },
				[range(60_000), undefined],
			],
			[
				'starts over where another part came',
				{ ...onceBroken, ranges: 'wrong' },
				[range(60_000), undefined],
			],
			[
				'starts over where the parts do not fit',
				{ ...onceBroken, ranges: 'packed' },
				[range(60_000), undefined],
			],
			['after no answer', { breaksAfter: 0, ranges: 'yes' }, [undefined]],
			['after a 503', { status: 503, ranges: 'yes' }, [undefined]],
			['after a 429', { status: 429, ranges: 'yes' }, [undefined]],
		];

		it.each(rows)('and %s', async (_, trouble, ranges) => {
			files.make(trouble);
			const { binary, problems } = await download(['/troubled']);
			expect(problems).toEqual([]);
			expect(Buffer.from(binary.data.data, 'base64').equals(LONG_FILE)).toBe(true);
			const asked = files.requests.map(({ headers }) => headers.range);
			expect(asked).toEqual([undefined, ...ranges]);
		});

		it.each([
			['a 503', { status: 503, ranges: 'yes' }, 'The server answered 503'],
			[
				'a break',
				{ breaksAfter: 10_000, ranges: 'no' },
				expect.stringMatching(/^The connection broke after 10000 bytes: /),
			],
			['no answer', { breaksAfter: 0, ranges: 'no' }, expect.stringMatching(/^No answer came: /)],
		] as Array<[string, Trouble, unknown]>)(
			'four times at most, and tells the true reason: %s',
			async (_, trouble, reason) => {
				files.make({ ...trouble, times: 99 });
				const { problems } = await download(['/troubled']);
				expect(problems).toEqual([{ url: files.url('/troubled'), reason }]);
				expect(files.requests).toHaveLength(4);
			},
		);

		it('never for a refusal', async () => {
			await download(['/gone']);
			expect(files.requests).toHaveLength(1);
		});
	});

	it('brings no more than the total of an item, and goes on with smaller files', async () => {
		files.make({ ranges: 'yes', times: 0 });
		const { binary, problems } = await download(['/photo.png', '/troubled', '/photo.png'], {
			maxTotalBytes: 2 * PNG.length,
		});
		expect(Object.keys(binary)).toEqual(['data', 'data_1']);
		expect(problems).toEqual([
			{ url: files.url('/troubled'), reason: expect.stringMatching(/larger than 0 MB together/) },
		]);
	});

	it('allows loopback only, not the whole private network', async () => {
		const { problems } = await downloadResults(ctx, ['http://192.168.1.1/a.png'], limits);
		expect(problems).toEqual([
			{ url: 'http://192.168.1.1/a.png', reason: '192.168.1.1 is not a public host' },
		]);
	});

	it('sends no credentials', async () => {
		await download(['/once']);
		expect(files.requests.map(({ url }) => url)).toEqual(['/once', '/photo.png']);
		for (const { headers } of files.requests) {
			expect(Object.keys(headers)).not.toEqual(
				expect.arrayContaining([expect.stringMatching(/^(authorization|cookie|x-api-key)$/)]),
			);
		}
	});
});
