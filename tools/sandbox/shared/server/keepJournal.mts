import type { FastifyInstance } from 'fastify';
import { CONTROL_PATH } from '../control/controlPath.mts';
import type { RequestEntry, RequestJournal } from './createRequestJournal.mts';
import { bodyOf } from './bodyOf.mts';
import { pathOf } from './pathOf.mts';

const MOST_TEXT = 64 * 1024;

/**
 * Writes every request but those to the control endpoint into the journal. Answers a function
 * that adds the answers' statuses: to be called when every hook that may change them is there.
 */
export function keepJournal(app: FastifyInstance, journal: RequestJournal): () => void {
	const entries = new WeakMap<object, RequestEntry>();

	app.addHook('onRequest', async (request) => {
		const { path, query } = pathOf(request);
		if (path.startsWith(CONTROL_PATH)) return;
		const entry: RequestEntry = {
			at: Date.now(),
			method: request.method,
			path,
			query,
			headers: { ...request.headers },
			body: '',
			bodyBytes: 0,
			status: null,
		};
		entries.set(request.raw, entry);
		journal.add(entry);
	});

	app.addHook('preHandler', async (request) => {
		const entry = entries.get(request.raw);
		if (!entry) return;
		const body = bodyOf(request);
		entry.bodyBytes = body.length;
		entry.body = body.subarray(0, MOST_TEXT).toString();
	});

	return () => {
		app.addHook('onSend', async (request, reply) => {
			const entry = entries.get(request.raw);
			if (entry && !reply.sent) entry.status = reply.statusCode;
		});
	};
}
