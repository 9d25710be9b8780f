import { join } from 'node:path';

import { progress } from '../scripts/progress.mjs';
import { startSandbox } from '../sandbox/index.mts';
import { OWNER } from './client/signIn.mts';
import { connect } from './client.mts';
import { assertPortFree } from './freePort.mts';
import { startN8n } from './n8n.mts';
import { pack } from './pack.mts';
import { ensureRuntime } from './runtime.mts';
import { sandboxCredentials } from './sandboxCredentials.mts';
import { openState } from './start/openState.mts';
import { HELP, readOptions, type StartOptions } from './start/options.mts';
import { runJob } from './start/runJob.mts';
import { setUp } from './start/setUp.mts';
import { trace } from './start/trace.mts';

const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What a shell says of a program that was ended before it was done. */
const INTERRUPTED = 130;

type Closers = Array<() => unknown>;

/** The example that shows most by itself. */
const WAITS = 'piapi-wait-pictures';

/** Shows what is under way, then what came of it. */
async function step<T>(
	label: string,
	work: () => Promise<T>,
	result: (value: T) => string,
): Promise<T> {
	const shown = progress(label);
	try {
		const value = await work();
		shown.end(result(value));
		return value;
	} finally {
		shown.stop();
	}
}

/** Starts everything, runs the job and shows both; what must be ended goes into `closers`. */
async function startAll(options: StartOptions, closers: Closers, died: (error: Error) => void) {
	const { port } = options;
	await assertPortFree(port, `end what listens there, or use \`npm start -- --port ${port + 1}\`.`);
	const runtime = await ensureRuntime();
	const state = openState(runtime, options.fresh);
	closers.push(state.release);
	const tarball = await pack(join(state.folder, 'package'));

	const sandbox = await startSandbox();
	closers.push(async () => await sandbox.close());
	const starting = new AbortController();
	closers.push(() => starting.abort());
	const { signal } = starting;
	const n8n = await step(
		`Starting n8n ${runtime.version}`,
		async () =>
			await startN8n({ runtime, port, tarball, userFolder: state.folder, signal, onDeath: died }),
		() => 'ready',
	);
	closers.push(async () => await n8n.stop());
	const client = await connect(n8n.url);
	await step(
		'Setting up the credentials and the examples',
		async () => await setUp(client, sandboxCredentials(sandbox), sandbox.callbackJobs.url),
		(names) => `${names.length} workflows`,
	);
	const job = await step(
		'Running one job',
		async () => await runJob(client, sandbox),
		() => 'through',
	);

	console.log(`\n${trace(job)}\n`);
	const { workflowId, id } = job.received;
	console.log(`Sandbox  ${sandbox.piapi.url}  (PiAPI)`);
	console.log(`Login    ${OWNER.email}  ${OWNER.password}`);
	if (options.once) return;
	console.log(`See      ${n8n.url}/workflow/${workflowId}/executions/${id}  (the run above)`);
	console.log(`\nOpen     ${n8n.url}/workflow/${WAITS}`);
	console.log(
		'Press    Execute workflow: 20 prompts become 20 pictures, in one run that waits for them',
	);
	console.log('         (Ctrl-C here ends everything)');
}

/**
 * `npm start`: a running n8n with the nodes, the sandbox and the examples, one job already through.
 * Resolves when it was ended, with the exit code, and whatever it had begun is to end with the process.
 * @throws Error in one line with what went wrong and the remedy
 */
export async function main(args: string[]): Promise<number> {
	const options = readOptions(args);
	if (options.help) {
		console.log(HELP);
		return 0;
	}
	const closers: Closers = [];
	try {
		return await new Promise<number>((resolve, reject) => {
			let interrupted = INTERRUPTED;
			for (const signal of SIGNALS) process.on(signal, () => resolve(interrupted));
			startAll(options, closers, reject).then(() => {
				interrupted = 0;
				if (options.once) resolve(0);
			}, reject);
		});
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
