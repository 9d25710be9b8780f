import type { FastifyInstance, FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { samples, type Sample } from './samples.mts';

const BLOCK = Buffer.alloc(64 * 1024);

const sampleOf = (name: string): Sample | undefined => samples[name.split('.').at(-1) ?? ''];

/** The sample's bytes, then zeros up to `size`, never all in memory at once. */
function* padded(sample: Sample, size: number): Generator<Buffer> {
	yield sample.bytes.subarray(0, size);
	for (let left = size - sample.bytes.length; left > 0; left -= BLOCK.length) {
		yield BLOCK.subarray(0, Math.min(left, BLOCK.length));
	}
}

const noFile = async (reply: FastifyReply) =>
	await reply.code(404).type('text/plain').send('no such file');

/**
 * Result files that can be downloaded: `/files/<any name>.png|mp4|mp3|wav|glb|txt`,
 * `/files/big/<bytes>/<name>` of that size (`?chunked=1` hides it: no content-length) and
 * `/files/moved/<name>?to=<url>`, a redirect.
 */
export function addFileRoutes(app: FastifyInstance): void {
	app.get<{ Params: { name: string } }>('/files/:name', async ({ params }, reply) => {
		const sample = sampleOf(params.name);
		if (!sample) return await noFile(reply);
		return await reply.type(sample.type).send(sample.bytes);
	});

	app.get<{ Params: { bytes: string; name: string }; Querystring: { chunked?: string } }>(
		'/files/big/:bytes/:name',
		async ({ params, query }, reply) => {
			const sample = sampleOf(params.name);
			const size = Number(params.bytes);
			if (!sample || !Number.isSafeInteger(size) || size < 0) return await noFile(reply);
			if (query.chunked === undefined) void reply.header('content-length', size);
			return await reply.type(sample.type).send(Readable.from(padded(sample, size)));
		},
	);

	app.get<{ Querystring: { to?: string } }>('/files/moved/:name', async ({ query }, reply) =>
		query.to === undefined ? await noFile(reply) : await reply.redirect(query.to, 302),
	);
}
