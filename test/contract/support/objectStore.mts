import fastify from 'fastify';

/** As much of S3 as n8n uses to keep files: whole objects by path. */
export async function startObjectStore() {
	const objects = new Map<string, { bytes: Buffer; type: string }>();
	const app = fastify({ bodyLimit: 64 * 1024 * 1024 });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	const pathOf = (url: string) => new URL(url, 'http://store').pathname;

	app.put('/*', async ({ url, headers, body }, reply) => {
		objects.set(pathOf(url), {
			bytes: body as Buffer,
			type: headers['content-type'] ?? 'application/octet-stream',
		});
		return await reply.header('etag', '"1"').send();
	});
	app.get('/*', async ({ url }, reply) => {
		const object = objects.get(pathOf(url));
		if (!object) return await reply.status(404).send();
		return await reply.type(object.type).header('etag', '"1"').send(object.bytes);
	});

	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return { url, objects, close: async () => await app.close() };
}
