import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock.mts';
import type { Faults } from '../faults.mts';
import { addEndpointFaults } from './addEndpointFaults.mts';
import { createRequestJournal } from './createRequestJournal.mts';
import { keepJournal } from './keepJournal.mts';
import type { SandboxServer } from './types.mts';

const BODY_LIMIT = 32 * 1024 * 1024;

/** A provider's HTTP server on loopback: bodies are Buffers, every request is journaled. */
export function createServer({ clock, faults }: { clock: Clock; faults: Faults }): SandboxServer {
	const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
	const journal = createRequestJournal();
	const keepStatuses = keepJournal(app, journal);
	addEndpointFaults(app, { clock, faults });
	keepStatuses();

	let url = '';
	return {
		app,
		journal,
		url: () => url,
		async listen(port) {
			await app.listen({ host: '127.0.0.1', port });
			const address = app.server.address() as AddressInfo;
			url = `http://127.0.0.1:${address.port}`;
		},
		async goDark(ms) {
			const { port } = app.server.address() as AddressInfo;
			app.server.close();
			app.server.closeAllConnections();
			await new Promise((resolve) => setTimeout(resolve, ms));
			await new Promise<void>((resolve) => app.server.listen(port, '127.0.0.1', resolve));
		},
		async close() {
			await app.close();
		},
	};
}
