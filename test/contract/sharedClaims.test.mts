import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { serveRedisRest } from '../support/redisRest.mts';
import { canRunRedis, startRedis } from '../support/redisServer.mts';
import { credentials, nodes } from './harness/builtPackage.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { startClaimsProcess } from './support/claimsProcess.mts';
import { ACCEPTED, DUPLICATE, IGNORED, openHost, type SignedHost } from './support/signedHost.mts';
import { SECRET, signedSenders, type SignedSender } from './support/signedSenders.mts';
import { until } from '../support/until.mts';

const TWO_DAYS_S = 48 * 3600;
const WORKFLOW = 'workflow-of-many';
const BUSY = { status: 503, answer: { error: expect.stringMatching(/Another process/) } };
const github = signedSenders.find(({ name }) => name === 'GitHub') as SignedSender;
installMemoryRecords();

const triggers = nodes.filter(({ description }) => description.group.includes('trigger'));

it.each(triggers.map(({ description }) => [description.displayName, description] as const))(
	'%s shows no field for them, but still takes the credential of a workflow of 0.1.0',
	(_, description) => {
		const shown = (typeVersion: number) =>
			(description.credentials ?? [])
				.filter((credential) =>
					NodeHelpers.displayParameter({}, credential, { typeVersion }, description),
				)
				.map(({ name }) => name);
		expect(description.version).toEqual([1, 1.1]);
		expect(shown(1)).toHaveLength(2);
		expect(shown(1)).toContain('sharedClaimsApi');
		expect(shown(1.1)).toEqual(shown(1).slice(0, 1));
		const [own] = shown(1.1);
		const fields = credentials.find(({ name }) => name === own)?.properties ?? [];
		expect(fields.map(({ name }) => name).slice(-3)).toEqual([
			'sharedClaims',
			'sharedClaimsUrl',
			'sharedClaimsToken',
		]);
	},
);

(canRunRedis() ? describe : describe.skip)('shared claims in a real Redis', () => {
	let redis: Awaited<ReturnType<typeof startRedis>>;
	let rest: Awaited<ReturnType<typeof serveRedisRest>>;
	beforeAll(async () => {
		redis = await startRedis();
		rest = await serveRedisRest(redis.url);
	});
	afterEach(async () => {
		await rest.redis.flushAll();
		rest.commands.length = 0;
		rest.intercept(async () => {});
	});
	afterAll(async () => {
		await rest.close();
		await redis.close();
	});

	/** The claims that were asked for; their ends may come late, from the test before. */
	const asked = () => rest.commands.filter((command) => command.includes('NX'));
	const askedKey = () => asked()[0][1];

	/** Waits until the claim is as expected: it ends after the answer. */
	async function claimIs(key: string, value: string | null) {
		await until(`${key} to be ${value}`, async () => (await rest.redis.get(key)) === value);
	}

	describe('two processes', () => {
		type Process = Awaited<ReturnType<typeof startClaimsProcess>>;
		let folder: string;
		let a: Process;
		let b: Process;
		beforeAll(async () => {
			folder = mkdtempSync(join(tmpdir(), 'pihooks-claims-'));
			const shared = { workflowId: WORKFLOW, store: rest.credential };
			a = await startClaimsProcess(shared, join(folder, 'a'));
			b = await startClaimsProcess(shared, join(folder, 'b'));
		});
		afterAll(async () => {
			await Promise.all([a.close(), b.close()]);
			rmSync(folder, { recursive: true, force: true });
		});

		it('start one run of an event that both get five times at the same instant', async () => {
			const events = Array.from({ length: 20 }, (_, index) => `crowd-${index}`);
			for (const id of events) {
				const reports = await Promise.all([
					a.deliver(id, { times: 5 }),
					b.deliver(id, { times: 5 }),
				]);
				const answers = reports.flatMap((report) => report.answers);
				expect(answers.filter(({ answer }) => isAccepted(answer))).toEqual([ACCEPTED]);
				expect(answers.filter(({ answer }) => !isAccepted(answer))).toEqual(
					Array(9).fill(DUPLICATE),
				);
			}
			expect(a.log() + b.log()).not.toContain('Shared claims');
		});

		it('take over from one another when a run cannot be started', async () => {
			const { answers: failed } = await a.deliver('failing', { refuse: 1 });
			expect(failed).toMatchObject([{ status: 500 }]);
			expect((await b.deliver('failing')).answers).toEqual([ACCEPTED]);
			expect((await a.deliver('failing')).answers).toEqual([DUPLICATE]);
		});

		it('keep nothing in the store or the log that tells of an event', async () => {
			await a.deliver('telling-event');
			await b.deliver('telling-event');
			const told = JSON.stringify(rest.commands) + a.log() + b.log();
			for (const secret of ['telling-event', SECRET, WORKFLOW, rest.credential.token])
				expect(told).not.toContain(secret);
		});
	});

	describe.each([
		['of the sender', false],
		['of its own, as in 0.1.0', true],
	])('one process with the store in a credential %s', (_where, ownCredential) => {
		let host: SignedHost;
		const open = async (parameters = {}, workflowId?: string) =>
			(host = await openHost(
				github,
				parameters,
				{},
				{ store: rest.credential, workflowId, ownCredential },
			));
		beforeEach(async () => void (await open()));
		afterEach(async () => await host.close());

		/** Where the event of the next delivery is claimed. */
		async function keyOfEvent() {
			host.refuseNext(1);
			await host.deliver();
			const key = askedKey();
			await claimIs(key, null);
			return key;
		}

		it('remembers an event for two days once n8n has answered', async () => {
			expect(await host.deliver()).toEqual(ACCEPTED);
			const key = askedKey();
			await claimIs(key, 'done');
			expect(await rest.redis.ttl(key)).toBeGreaterThan(TWO_DAYS_S - 60);
		});

		it('asks for the first delivery only: those after it are known in memory', async () => {
			expect(await host.deliver()).toEqual(ACCEPTED);
			expect(await host.deliver()).toEqual(DUPLICATE);
			expect(asked()).toHaveLength(1);
		});

		it('knows an event that another process has run', async () => {
			const key = await keyOfEvent();
			await rest.redis.set(key, 'done');
			expect(await host.deliver()).toEqual(DUPLICATE);
			expect(host.executions).toHaveLength(0);
		});

		it('waits for another process that is starting the run', async () => {
			const key = await keyOfEvent();
			await rest.redis.set(key, 'another');
			let looks = 0;
			rest.intercept(async ([name]) => {
				if (name === 'GET' && ++looks === 3) await rest.redis.set(key, 'done');
			});
			expect(await host.deliver()).toEqual(DUPLICATE);
			expect(looks).toBe(3);
		});

		it('has the provider call again while another process starts the run for long', async () => {
			const key = await keyOfEvent();
			await rest.redis.set(key, 'another');
			expect(await host.deliver()).toEqual(BUSY);
			await rest.redis.del(key);
			expect(await host.deliver()).toEqual(ACCEPTED);
		});

		it('takes over from a process that died while it started the run', async () => {
			const key = await keyOfEvent();
			await rest.redis.set(key, 'another', { expiration: { type: 'PX', value: 500 } });
			expect(await host.deliver()).toEqual(ACCEPTED);
		});

		it('holds an event for seconds only until n8n has answered', async () => {
			let held = 0;
			rest.intercept(async ([name]) => {
				if (name === 'EVAL') held = await rest.redis.ttl(askedKey());
			});
			await keyOfEvent();
			expect(held).toBeGreaterThan(0);
			expect(held).toBeLessThanOrEqual(10);
		});

		it('lets an event go only while it is its own', async () => {
			rest.intercept(async ([name]) => {
				if (name === 'EVAL') await rest.redis.set(askedKey(), 'another');
			});
			host.refuseNext(1);
			await host.deliver();
			await claimIs(askedKey(), 'another');
			expect(await host.deliver()).toEqual(BUSY);
		});

		it('tells the same event of two workflows apart', async () => {
			const first = host;
			expect(await first.deliver()).toEqual(ACCEPTED);
			await open();
			expect(await host.deliver()).toEqual(ACCEPTED);
			await first.close();
		});

		it.each([
			['forged', {}, { secret: 'another' }, { status: 401 }],
			['not wanted', { events: 'other' }, {}, IGNORED],
			['not to be deduplicated', { options: { deduplicateBy: 'off' } }, {}, ACCEPTED],
		])('asks nobody about a delivery that is %s', async (_, parameters, message, answer) => {
			await host.close();
			await open(parameters);
			expect(await host.deliver(message)).toMatchObject(answer);
			expect(asked()).toEqual([]);
		});

		it('asks nobody while the user listens for a test event', async () => {
			host.listen(true);
			expect(await host.deliver()).toEqual(ACCEPTED);
			expect(await host.deliver()).toEqual(ACCEPTED);
			expect(asked()).toEqual([]);
		});

		it('asks nobody where no store is chosen', async () => {
			await host.close();
			host = await openHost(github);
			expect(await host.deliver()).toEqual(ACCEPTED);
			expect(asked()).toEqual([]);
		});
	});
});

const isAccepted = (answer: unknown) => (answer as { status?: string }).status === 'accepted';
