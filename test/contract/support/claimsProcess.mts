import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Reply } from './postBytes.mts';
import type { Shared } from './signedHost.mts';

/** Simultaneous deliveries of one event to a process, of which the first runs may not be stored. */
export interface Order {
	id: string;
	times: number;
	refuse: number;
}

export interface Report {
	answers: Reply[];
	/** How many runs were started in the process so far. */
	runs: number;
}

/** A process of its own with a Signed Webhook Trigger, as a webhook processor of n8n is. */
export async function startClaimsProcess(shared: Shared, userFolder: string) {
	const main = join(import.meta.dirname, 'claimsProcess.main.mts');
	const child = fork(main, [JSON.stringify(shared)], {
		execArgv: ['--import', 'tsx', '--no-warnings'],
		env: {
			...process.env,
			N8N_USER_FOLDER: userFolder,
			// All processes of one n8n have the same; n8n's ID is derived from it.
			N8N_ENCRYPTION_KEY: 'the key of one n8n',
			N8N_LOG_FORMAT: 'json',
		},
		stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
	});
	let said = '';
	child.stdout?.on('data', (text) => (said += String(text)));
	const gone = once(child, 'exit').then(() => {
		throw new Error(`The process ended:\n${said}`);
	});
	gone.catch(() => {});
	await Promise.race([once(child, 'message'), gone]);
	return {
		/** What the process has written to its log. */
		log: () => said,
		async deliver(id: string, { times = 1, refuse = 0 } = {}): Promise<Report> {
			child.send({ id, times, refuse } satisfies Order);
			const [report] = (await Promise.race([once(child, 'message'), gone])) as [Report];
			return report;
		},
		async close() {
			child.kill('SIGKILL');
			await gone.catch(() => {});
		},
	};
}
