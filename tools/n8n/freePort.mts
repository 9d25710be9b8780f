import { createServer } from 'node:net';

/** Listens for a moment: the port given, or with 0 one that is free. */
async function probe(port: number): Promise<number> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const found = typeof address === 'object' && address ? address.port : port;
			server.close(() => resolve(found));
		});
	});
}

/** A port on 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
	return await probe(0);
}

/** @throws Error in one line when the port cannot be listened on */
export async function assertPortFree(port: number, remedy: string): Promise<void> {
	try {
		await probe(port);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const cause = code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${code})`;
		throw new Error(`Port ${port} ${cause}: ${remedy}`);
	}
}
