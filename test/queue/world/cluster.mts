import { request } from 'undici';

export const clusterEnv = 'PIHOOKS_QUEUE_CLUSTER';

/** What the tests of queue mode share beside the world of all e2e tests, made by `setup.mts`. */
export interface ClusterInfo {
	/** Base URLs of the webhook processors, past the proxy. */
	processors: string[];
	redisPort: number;
	/** Where members are ended and started. */
	control: string;
}

export type MemberName = 'main' | 'processor-1' | 'processor-2' | 'worker-1' | 'worker-2' | 'redis';

export function cluster(): ClusterInfo {
	const json = process.env[clusterEnv];
	if (!json) throw new Error('These tests run by `npm test -- queue`, which starts n8n for them');
	return JSON.parse(json) as ClusterInfo;
}

async function order(member: MemberName, action: string): Promise<string> {
	const answer = await request(`${cluster().control}/${member}/${action}`, {
		method: 'POST',
		headersTimeout: 0,
		bodyTimeout: 0,
	});
	const text = await answer.body.text();
	if (answer.statusCode !== 200) throw new Error(`${member}: ${text}`);
	return text;
}

/** As a crash: SIGKILL, at once. */
export async function kill9(member: MemberName): Promise<void> {
	await order(member, 'kill9');
}

/** Starts it, stopping it first where it runs; resolves when it serves. */
export async function restart(member: MemberName): Promise<void> {
	await order(member, 'restart');
}

/** What it has written since it was started first. */
export async function logOf(member: MemberName): Promise<string> {
	return await order(member, 'log');
}
