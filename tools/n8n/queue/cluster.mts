import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import type { QueuePrograms } from '../../scripts/findQueuePrograms.mjs';
import { type LocalN8n, startN8n } from '../n8n.mts';
import type { Runtime } from '../runtime.mts';
import { readCompose, type Service, type ServiceName } from './compose.mts';
import { startPostgres } from './postgres.mts';
import type { Program } from './program.mts';
import { startProxy } from './proxy.mts';
import { startRedis } from './redis.mts';
import { steadyPort } from './steadyPort.mts';

/** A process of the cluster, as far as it can be ended and started again. */
export interface Member {
	kill9(): Promise<void>;
	restart(): Promise<void>;
	log(): string;
}

export interface Cluster {
	/** Where the proxy listens: the editor and all webhooks. */
	url: string;
	/** The webhook processors, past the proxy. */
	processors: string[];
	redisPort: number;
	members: Record<string, Member>;
	stop(): Promise<void>;
}

export interface ClusterOptions {
	runtime: Runtime;
	programs: QueuePrograms;
	/** The packed package that every process gets. */
	tarball: string;
	/** Where everything but the database is kept. */
	folder: string;
	/** Over what the compose file and a local n8n say. */
	env?: Record<string, string>;
}

const NODES = join('.n8n', 'nodes');

/** What the compose file gives to an n8n, with addresses of this machine in it. */
function environmentOf({ environment = {} }: Service, addresses: Record<string, string>) {
	const given = Object.entries(environment).map(([name, value]) => [name, String(value)]);
	return { ...(Object.fromEntries(given) as Record<string, string>), ...addresses };
}

/**
 * Starts what `deploy/queue/compose.yaml` names, as processes of this machine instead of
 * containers: the same commands, environment and proxy configuration, at other addresses.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { runtime, programs, tarball, folder } = options;
	const [proxyPort, redisPort] = [await steadyPort(), await steadyPort()];
	let postgresPort = await steadyPort();
	const url = `http://127.0.0.1:${proxyPort}`;
	const services = readCompose({
		PUBLIC_URL: `${url}/`,
		N8N_ENCRYPTION_KEY: randomBytes(32).toString('hex'),
		POSTGRES_PASSWORD: randomBytes(32).toString('hex'),
	});
	const running: Array<{ stop(): Promise<void> }> = [];
	async function keep<T extends { stop(): Promise<void> }>(started: Promise<T>): Promise<T> {
		const one = await started;
		running.push(one);
		return one;
	}

	/** Making its files takes PostgreSQL seconds, in which its port may be taken by somebody else. */
	async function startDatabase(attempts: number): Promise<Program> {
		try {
			return await startPostgres(programs, postgresPort);
		} catch (error) {
			if (attempts === 1 || !String(error).includes('TCP/IP sockets')) throw error;
			postgresPort = await steadyPort();
			return await startDatabase(attempts - 1);
		}
	}

	const homeOf = (name: string) => join(folder, name);
	async function startOne(service: ServiceName, name: string): Promise<LocalN8n> {
		const port = await steadyPort();
		const command = services[service].command;
		const userFolder = homeOf(name);
		if (name !== 'main') {
			// One folder of nodes for all, as the volume of the containers is.
			mkdirSync(join(userFolder, '.n8n'), { recursive: true });
			symlinkSync(join(homeOf('main'), NODES), join(userFolder, NODES));
		}
		const one: LocalN8n = await startN8n({
			runtime,
			userFolder,
			port,
			command: command ? String(command).split(' ') : undefined,
			...(name === 'main' && { tarball }),
			env: environmentOf(services[service], {
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(postgresPort),
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(redisPort),
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				...options.env,
			}),
			// As the containers are told to: n8n ends when Redis is away for more than 10 s.
			onDeath: () => void one.restart(),
		});
		return one;
	}

	async function stop(): Promise<void> {
		// The database last: the others write to it while they end.
		for (const one of running.splice(0).reverse()) await one.stop();
	}

	try {
		const postgres = keep(startDatabase(3));
		const redis: Program = await keep(
			startRedis(programs, services.redis, homeOf('redis'), redisPort),
		);
		await postgres;
		const main = await keep(startOne('main', 'main'));
		const workers = Number(services.worker.deploy?.replicas ?? 1);
		const [one, two, others] = await Promise.all([
			keep(startOne('processor-1', 'processor-1')),
			keep(startOne('processor-2', 'processor-2')),
			Promise.all(
				Array.from({ length: workers }, async (_, i) => {
					const name = `worker-${i + 1}`;
					return [name, await keep(startOne('worker', name))] as const;
				}),
			),
		]);
		const address = ({ url: at }: LocalN8n) => new URL(at).host;
		await keep(
			startProxy(
				programs,
				{
					MAIN: address(main),
					PROCESSOR_1: address(one),
					PROCESSOR_2: address(two),
				},
				folder,
				proxyPort,
			),
		);
		return {
			url,
			processors: [one.url, two.url],
			redisPort,
			members: {
				main,
				'processor-1': one,
				'processor-2': two,
				...Object.fromEntries(others),
				redis: { ...redis, kill9: async () => await redis.stop('SIGKILL') },
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
