import { createRequire } from 'node:module';

/**
 * Runs the n8n script named first, as if it had been started itself, and ends with whoever
 * started us: our standard input closes when that process is gone, however it went.
 */
process.stdin.on('close', () =>
	process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'),
);
process.stdin.resume();

const [node, , script, ...args] = process.argv;
process.argv = [node, script, ...args];
createRequire(script)(script);
