import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { until } from '../support/until.mts';
import { manualClock } from './harness/manualClock.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import type { OpenTrigger } from './harness/openTrigger.mts';
import { openWatched, type Watched, type WatchedTrigger } from './support/watched.mts';

const MINUTE = 60_000;
/** Longer than any first look after a start, and than the default of ten minutes with its jitter. */
const A_LOOK = 12.5 * MINUTE;
const PROVIDERS: Watched[] = ['pi', 'pipai', 'pipevest'];

let sandbox: Sandbox;
let host: WatchedTrigger;
let trigger: OpenTrigger;

beforeAll(async () => {
	installMemoryRecords();
	sandbox = await startSandbox({ providers: PROVIDERS, timeScale: 0.001 });
});
afterEach(async () => {
	await trigger.close();
	await host.close();
	for (const provider of PROVIDERS) sandbox[provider].reset();
});
afterAll(async () => await sandbox.close());

/** A published trigger after a start of n8n, as it waits for its first look. */
async function start(provider: Watched, checkRegistration?: number) {
	host = await openWatched(provider, sandbox, checkRegistration);
	await host.publish();
	trigger = await host.trigger('init');
}
async function look() {
	await manualClock.advance(A_LOOK);
	await trigger.recovered();
}
const told = () => [...trigger.errors, ...trigger.failures].map(({ message }) => message);

/** What happens at the provider starts a run, once. */
async function expectDelivered() {
	const before = host.executions.length;
	host.happen();
	await until('the run', () => host.executions.length > before);
	expect(host.executions).toHaveLength(before + 1);
}

const LOSSES: Array<[Watched, string, RegExp]> = [
	['pi', 'gone', /^Pi no longer has the webhook.*registered again/],
	['pi', 'off', /switched off at Pi.*switched on again/],
	['pi', 'unknownSecret', /secret n8n does not know.*replaced/],
	['pi', 'second', /second webhook.*ended/],
	['pipai', 'gone', /^PipAI no longer has the webhook.*registered again/],
	['pipai', 'broken', /given up.*replaced/],
	['pipai', 'otherUrl', /pointed to another URL at PipAI.*replaced/],
	['pipai', 'otherSubscription', /other events than the trigger.*replaced/],
	['pipai', 'unknownSecret', /secret n8n does not know.*replaced/],
	['pipevest', 'gone', /^Pipevest no longer has the webhook.*registered again/],
	['pipevest', 'off', /switched off at Pipevest.*switched on again/],
	['pipevest', 'otherSubscription', /other events than the trigger.*replaced/],
	['pipevest', 'unknownSecret', /secret n8n does not know.*replaced/],
];

describe('what is lost', () => {
	it.each(LOSSES)('%s, %s: is restored, told once, and delivers', async (provider, loss, text) => {
		await start(provider);
		host.losses[loss]?.();
		await look();
		expect(host.delivering()).toBe(1);
		expect(told()).toEqual([expect.stringMatching(text)]);
		await expectDelivered();
		await look();
		expect(told()).toHaveLength(1);
	});

	it.each(PROVIDERS)('%s: is found by each look, not by the first only', async (provider) => {
		await start(provider);
		for (const times of [1, 2, 3]) {
			await look();
			host.losses.gone?.();
			await look();
			expect([host.delivering(), told().length]).toEqual([1, times]);
		}
	});

	it.each(PROVIDERS)(
		'%s: goes to the error workflow as an error that restarts',
		async (provider) => {
			await start(provider);
			host.losses.gone?.();
			await look();
			// Only then n8n saves the new secret (docs/reference/n8n.md 10).
			expect([trigger.errors.length, trigger.starts()]).toEqual([1, 2]);
		},
	);

	it.each(PROVIDERS)(
		'%s: that cannot be restored is told once, and tried again',
		async (provider) => {
			await start(provider);
			host.losses.gone?.();
			host.fault({ method: 'POST', kind: 'status', status: 500, body: { message: 'x' } });
			for (let looks = 0; looks < 3; looks++) await look();
			expect(told()).toEqual([expect.stringMatching(/could not be restored yet.*HTTP 500/)]);
			host.clearFaults();
			await manualClock.advance(90 * MINUTE);
			await trigger.recovered();
			expect([host.delivering(), told().length]).toEqual([1, 2]);
			await expectDelivered();
		},
	);
});

describe('what somebody has done on purpose', () => {
	it.each<[Watched, string, RegExp]>([
		['pipai', 'paused', /paused at PipAI.*resume it there/],
		['pipevest', 'taken', /Another system.*https:\/\/theirs\.example\/hook/],
	])('%s, %s: is told once, and left as it is', async (provider, what, text) => {
		await start(provider);
		host.losses[what]?.();
		const changes = () => ['POST', 'PUT', 'DELETE'].map(host.calls);
		const before = changes();
		for (let looks = 0; looks < 3; looks++) await look();
		expect(host.delivering()).toBe(0);
		expect(changes()).toEqual(before);
		expect(trigger.errors).toEqual([]);
		expect(told()).toEqual([expect.stringMatching(text)]);
	});
});

describe('a registry that cannot be asked', () => {
	it.each(
		PROVIDERS.flatMap((provider) =>
			[
				{ kind: 'status', status: 500 } as const,
				{ kind: 'refuse' } as const,
				{ kind: 'html', status: 200 } as const,
			].map((fault) => [provider, JSON.stringify(fault), fault] as const),
		),
	)('%s, %s: is no loss, and is asked again with growing pauses', async (provider, _, fault) => {
		await start(provider);
		host.fault(fault);
		const pauses: number[] = [];
		for (let looks = 0; looks < 4; looks++) {
			await manualClock.advance(manualClock.sleeps()[0] ?? 0);
			pauses.push((manualClock.sleeps()[0] ?? 0) / MINUTE);
		}
		expect(told()).toEqual([]);
		// 10, 20, 40 and 60 minutes, each a fifth more or less.
		[10, 20, 40, 60].forEach((minutes, index) => {
			expect(pauses[index]).toBeGreaterThanOrEqual(0.8 * minutes);
			expect(pauses[index]).toBeLessThanOrEqual(1.2 * minutes);
		});
		host.clearFaults();
		await manualClock.advance(90 * MINUTE);
		await expectDelivered();
	});

	it.each(PROVIDERS)('%s: tells once that the key is refused', async (provider) => {
		await start(provider);
		host.fault({ kind: 'status', status: 401, body: { message: 'wrong key' } });
		for (let looks = 0; looks < 3; looks++) await manualClock.advance(90 * MINUTE);
		expect(told()).toEqual([expect.stringMatching(/does not show the webhook.*HTTP 401/)]);
		expect(trigger.errors).toEqual([]);
	});
});

describe('nothing is asked', () => {
	const requests = () => host.calls();

	it.each(PROVIDERS)('%s: when it is turned off with 0', async (provider) => {
		await start(provider, 0);
		expect(manualClock.sleeps()).toEqual([]);
	});

	it.each(PROVIDERS)('%s: after the workflow was unpublished', async (provider) => {
		await start(provider);
		await Promise.all([trigger.close(), host.unpublish()]);
		const before = requests();
		await manualClock.advance(A_LOOK);
		expect([requests() - before, manualClock.sleeps()]).toEqual([0, []]);
	});

	it.each(PROVIDERS)(
		'%s: by what n8n started again although it was unpublished',
		async (provider) => {
			await start(provider);
			await host.unpublish();
			const before = requests();
			await look();
			expect([requests() - before, host.delivering()]).toEqual([0, 0]);
		},
	);

	it('before a trigger is registered for the first time', async () => {
		host = await openWatched('pi', sandbox, undefined);
		trigger = await host.trigger('activate');
		await look();
		expect(requests()).toBe(0);
	});
});

describe('unpublishing in the middle', () => {
	const MOMENTS = [
		['of the look', 'GET'],
		['of the restoring', 'POST'],
	] as const;

	it.each(PROVIDERS.flatMap((provider) => MOMENTS.map((moment) => [provider, ...moment] as const)))(
		'%s, %s: leaves nothing that delivers, and tells nothing',
		async (provider, _, method) => {
			await start(provider);
			host.losses.gone?.();
			host.fault({ method, kind: 'slow', ms: 200_000, times: 1 });
			const before = host.calls(method);
			const looking = manualClock.advance(A_LOOK);
			await until('the call', () => host.calls(method) > before);
			await Promise.all([trigger.close(), host.unpublish()]);
			await looking;
			await trigger.recovered();
			expect([host.delivering(), told()]).toEqual([0, []]);
		},
	);
});

describe('the pauses', () => {
	it.each<[number | string | undefined, number, number]>([
		[undefined, 8, 12],
		[30, 24, 36],
		[0.5, 0.4, 0.6],
		['5', 4, 6],
		['often', 8, 12],
		[-1, 8, 12],
		[0.000_001, 0.8 / 60, 1.2 / 60],
	])('checkRegistration %s: from %s to %s minutes', async (given, least, most) => {
		host = await openWatched('pi', sandbox, given as number);
		await host.publish();
		trigger = await host.trigger('activate');
		const [pause = 0] = manualClock.sleeps();
		expect(pause / MINUTE).toBeGreaterThanOrEqual(least);
		expect(pause / MINUTE).toBeLessThanOrEqual(most);
	});

	it('a start of n8n looks within a minute', async () => {
		await start('pi');
		expect(manualClock.sleeps()[0]).toBeLessThanOrEqual(MINUTE);
	});
});
