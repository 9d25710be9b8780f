import type { FastifyInstance } from 'fastify';
import type { RequestJournal } from './createRequestJournal.mts';

export interface SandboxServer {
	app: FastifyInstance;
	/** `http://127.0.0.1:<port>`; known once it listens. */
	url(): string;
	journal: RequestJournal;
	listen(port: number): Promise<void>;
	/** Closes the port (connection refused) for `ms` of real time. */
	goDark(ms: number): Promise<void>;
	close(): Promise<void>;
}
