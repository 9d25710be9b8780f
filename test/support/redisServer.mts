import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../../tools/n8n/freePort.mts';

const PROGRAM = 'redis-server';

/** Without Redis its tests are left out and it is said; where nobody reads along, they fail instead. */
export function canRunRedis(): boolean {
	if (process.env.CI || !spawnSync(PROGRAM, ['--version']).error) return true;
	console.log(
		`Tests with Redis are left out: no ${PROGRAM} was found (Debian: apt install ${PROGRAM}).`,
	);
	return false;
}

/** A real Redis on a free port of 127.0.0.1 that keeps nothing on disk. */
export async function startRedis(port?: number) {
	const chosen = port ?? (await freePort());
	const options = { port: String(chosen), bind: '127.0.0.1', save: '', appendonly: 'no' };
	const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
	const server = spawn(PROGRAM, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
	await once(server, 'spawn');
	const said: string[] = [];
	for await (const line of createInterface({ input: server.stdout })) {
		said.push(line);
		if (line.includes('Ready to accept connections')) break;
	}
	if (server.exitCode !== null) throw new Error(`Redis did not start:\n${said.join('\n')}`);
	server.stdout.resume();
	return {
		port: chosen,
		url: `redis://127.0.0.1:${chosen}`,
		/** Ends it at once, as a crash does, and waits until it is gone. */
		async close() {
			const gone = once(server, 'exit');
			if (server.exitCode === null && server.kill('SIGKILL')) await gone;
		},
	};
}
