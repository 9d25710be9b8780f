import { request } from 'undici';
import { connect, type N8nClient } from '../../../tools/n8n/client.mts';

export const worldEnv = 'PIHOOKS_E2E_WORLD';

/** Delays of the providers, such as 5 s between attempts, pass in a tenth of their time. */
export const TIME_SCALE = 0.1;

/** What the e2e tests share, made by `setup.mts` in jest's own process. */
export interface World {
	/** Base URL of the real n8n. */
	n8n: string;
	userFolder: string;
	/** The Node binary and the folder that n8n runs in, and its version. */
	runtime: { node: string; folder: string; version: string };
	/** Where n8n is restarted. */
	control: string;
	/** Base URL of each provider's sandbox. */
	providers: Record<string, string>;
}

export function world(): World {
	const json = process.env[worldEnv];
	if (!json) throw new Error('The e2e tests run by `npm run test:e2e`, which starts n8n for them');
	return JSON.parse(json) as World;
}

let client: Promise<N8nClient> | undefined;

/** The signed-in client; sessions outlive a restart of n8n. */
export async function n8n(): Promise<N8nClient> {
	return await (client ??= connect(world().n8n));
}

/** Restarts n8n, politely or with SIGKILL, and resolves when it serves again. */
export async function restartN8n(how: 'politely' | 'kill9' = 'politely'): Promise<void> {
	await post(`/restart?how=${how}`);
}

/** What n8n has written to its log since it was started first. */
export async function n8nLog(): Promise<string> {
	return await post('/log');
}

/** How much memory the process of n8n holds now, in MB. */
export async function n8nMemory(): Promise<number> {
	return Number(await post('/memory'));
}

async function post(path: string): Promise<string> {
	const answer = await request(world().control + path, {
		method: 'POST',
		headersTimeout: 0,
		bodyTimeout: 0,
	});
	const text = await answer.body.text();
	if (answer.statusCode !== 200) throw new Error(text);
	return text;
}
