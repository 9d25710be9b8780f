import { promises } from 'node:dns';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { downloadResults } from '../../../dist/lib/results/downloadResults.js';
import { fileServer, PNG } from './support/fileServer.mts';
import { n8nContext } from './support/n8nContext.mts';

let files: Awaited<ReturnType<typeof fileServer>>;
const ctx = n8nContext();
const limits = { maxBytes: 1024 * 1024, allowLoopback: true, timeoutMs: 20_000 };

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

	it.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', 'fd00::1'])(
		'does not fetch a public name that leads to %s, from the start or by a redirect',
		async (address) => {
			const resolve = jest.spyOn(promises, 'lookup');
			resolve.mockResolvedValue([{ address, family: address.includes(':') ? 6 : 4 }] as never);
			const name = `http://${address.replace(/\W/g, '-')}.example.com/a.png`;
			const urls = [name, files.url('/to-private-name')];
			const { problems } = await downloadResults(ctx, urls, limits);
			resolve.mockRestore();
			expect(problems.map(({ reason }: { reason: string }) => reason)).toEqual([
				`${new URL(name).hostname} leads to an address that is not public`,
				'files.example.com leads to an address that is not public',
			]);
		},
	);

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
