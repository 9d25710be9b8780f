import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiapiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { parseUpload } from './parseUpload.mts';

/** Ephemeral uploads (docs/reference/piapi.md 1.8). */
export function addUploadRoute(app: FastifyInstance, context: PiapiContext): void {
	const { settings, uploads, server } = context;
	app.post('/api/ephemeral_resource', async (request, reply) => {
		if (settings.plan === 'free') return await refuse(reply, 403, 'Insufficient plan level');
		const upload = parseUpload(jsonOf(request));
		if (typeof upload === 'string') return await refuse(reply, 400, upload);
		const name = `${randomUUID()}.${upload.extension}`;
		uploads.set(name, upload);
		return success({ url: `${server.url()}/files/uploads/${name}` });
	});
}

/** What was uploaded, readable by anybody who has the address. */
export function addUploadedFiles(app: FastifyInstance, { uploads }: PiapiContext): void {
	app.get<{ Params: { name: string } }>('/files/uploads/:name', async ({ params }, reply) => {
		const upload = uploads.get(params.name);
		if (!upload) return await reply.code(404).type('text/plain').send('no such file');
		return await reply.type(upload.type).send(upload.bytes);
	});
}
