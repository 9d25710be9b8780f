import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);

const MEGABYTE = 1024 * 1024;

const routes: Record<string, RequestListener> = {
	'/photo.png': (_, res) => res.setHeader('content-type', 'image/png').end(PNG),
	'/untold': (_, res) => res.setHeader('content-type', 'application/octet-stream').end(PNG),
	'/model.glb': (_, res) => res.setHeader('content-type', 'binary/octet-stream').end('glTF'),
	'/named': (_, res) =>
		res
			.setHeader('content-disposition', 'attachment; filename="../../etc/a \\"b\\".mp4"')
			.setHeader('content-type', 'video/mp4; codecs=avc1')
			.end('film'),
	'/named-utf8': (_, res) =>
		res
			.setHeader(
				'content-disposition',
				`attachment; filename="x.mp3"; filename*=UTF-8''L%C3%A4rm.mp3`,
			)
			.setHeader('content-type', 'audio/mpeg')
			.end('tone'),
	'/once': (_, res) => res.writeHead(302, { location: 'photo.png' }).end(),
	'/round': (_, res) => res.writeHead(307, { location: '/round' }).end(),
	'/to-private': (_, res) =>
		res.writeHead(301, { location: 'http://169.254.169.254/latest' }).end(),
	'/to-private-name': (_, res) =>
		res.writeHead(302, { location: 'http://files.example.com/a.png' }).end(),
	'/to-file': (_, res) => res.writeHead(301, { location: 'file:///etc/passwd' }).end(),
	'/gone': (_, res) => res.writeHead(404).end('no'),
	'/announced': (_, res) =>
		void res.writeHead(200, { 'content-length': 1024 * MEGABYTE }).write('x'),
	'/endless': (_, res) => {
		const more = () => {
			while (!res.destroyed && res.write(Buffer.alloc(64 * 1024))) continue;
		};
		res.on('drain', more);
		more();
	},
	'/bomb': (_, res) =>
		res.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20 * MEGABYTE))),
	'/silent': () => undefined,
	'/stalled': (_, res) => void res.writeHead(200, { 'content-type': 'image/png' }).write('x'),
	'/broken': (_, res) =>
		void res.writeHead(200, { 'content-length': 10 }).write('x', () => res.destroy()),
};

/** What a server does with the first request for a file, before it gives the file. */
export interface Trouble {
	/** How much of the file comes before the connection breaks; 0 breaks it before any answer. */
	breaksAfter?: number;
	status?: number;
	/** Whether it can go on where it stopped. */
	ranges: 'yes' | 'no' | 'changed' | 'unsatisfiable' | 'wrong' | 'packed';
	/** How often, default once. */
	times?: number;
}

/** The file of `/troubled`: bytes that tell where each of them belongs. */
export const LONG_FILE = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7) % 251));

const troubled = (trouble: Trouble, left: { times: number }): RequestListener => {
	const tag = () => (trouble.ranges === 'changed' && left.times < 0 ? '"new"' : '"old"');
	return (req, res) => {
		const from = Number(/^bytes=(\d+)-$/.exec(req.headers.range ?? '')?.[1] ?? NaN);
		const isTroubled = left.times-- > 0;
		if (isTroubled && trouble.status) return void res.writeHead(trouble.status).end('no');
		if (isTroubled && trouble.breaksAfter === 0) return void res.destroy();
		const total = LONG_FILE.length + (trouble.ranges === 'packed' ? 1 : 0);
		const headers: Record<string, string> = { 'content-type': 'video/mp4' };
		if (trouble.ranges !== 'no') headers.etag = tag();
		if (from > 0 && trouble.ranges === 'unsatisfiable') return void res.writeHead(416).end();
		const goesOn = from > 0 && trouble.ranges !== 'no' && req.headers['if-range'] === tag();
		const start = goesOn ? from : 0;
		const part = LONG_FILE.subarray(start);
		const said = trouble.ranges === 'wrong' ? start - 1 : start;
		if (goesOn) headers['content-range'] = `bytes ${said}-${total - 1}/${total}`;
		res.writeHead(goesOn ? 206 : 200, { ...headers, 'content-length': part.length });
		if (!isTroubled) return void res.end(part);
		res.write(part.subarray(0, trouble.breaksAfter), () => setImmediate(() => res.destroy()));
	};
};

/** Files on loopback, good and bad ones, and every request that was made for them. */
export async function fileServer() {
	const requests: IncomingMessage[] = [];
	let trouble: RequestListener | undefined;
	const server: Server = createServer((req, res) => {
		requests.push(req);
		const { pathname } = new URL(req.url ?? '/', 'http://x');
		const route = pathname === '/troubled' ? trouble : routes[pathname];
		if (route) route(req, res);
		else res.writeHead(404).end();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		requests,
		/** Lets `/troubled` go wrong. */
		make: (next: Trouble) => (trouble = troubled(next, { times: next.times ?? 1 })),
		url: (path: string) => `http://127.0.0.1:${port}${path}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
