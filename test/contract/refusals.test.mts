import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { WebhookContext } from 'n8n-core';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { openHost, type SignedHost } from './support/signedHost.mts';
import { signedSenders, type SignedSender } from './support/signedSenders.mts';

const TEN_MINUTES = 600_000;
const FORM = 'application/x-www-form-urlencoded';
const github = signedSenders.find(({ name }) => name === 'GitHub') as SignedSender;
const stripe = signedSenders.find(({ name }) => name === 'Stripe') as SignedSender;
installMemoryRecords();

const log: Array<{ message: string; details: object }> = [];
const warn = (message: string, details: object) => void log.push({ message, details });
jest.spyOn(WebhookContext.prototype, 'logger', 'get').mockReturnValue({ warn } as never);

let host: SignedHost;
afterEach(async () => {
	jest.useRealTimers();
	log.length = 0;
	await host.close();
});

/** Lets the wall clock stand at a time; timers go on. */
function standAt(now: number) {
	jest.useFakeTimers({
		now,
		doNotFake: [
			'nextTick',
			'setImmediate',
			'setTimeout',
			'setInterval',
			'clearTimeout',
			'clearInterval',
			'clearImmediate',
			'queueMicrotask',
			'performance',
			'hrtime',
		],
	});
}

describe('a refused delivery', () => {
	it('leaves one line in the log per reason and ten minutes, with how many there were', async () => {
		const start = Date.now();
		standAt(start);
		host = await openHost(github);
		const forged = { secret: 'not the secret', body: Buffer.from('{"note":"in the body"}') };
		for (let nth = 0; nth < 5; nth++)
			expect(await host.deliver(forged)).toMatchObject({ status: 401 });
		expect(log).toEqual([
			{
				message: expect.stringMatching(/refused.*401.*the signature does not match/),
				details: expect.objectContaining({ refused: 1 }),
			},
		]);
		standAt(start + TEN_MINUTES);
		await host.deliver(forged);
		expect(log).toHaveLength(2);
		expect(log[1]?.details).toMatchObject({ refused: 5 });
		expect(JSON.stringify(log)).not.toMatch(/in the body|sha256=|not the secret/);
	});

	it('for another reason leaves a line of its own, the age of a delivery makes none', async () => {
		host = await openHost(stripe);
		const hour = 3_600_000;
		for (const age of [1, 2, 3]) await host.deliver({ at: Date.now() - age * hour });
		expect(log).toHaveLength(1);
		await host.deliver({ secret: 'not the secret' });
		expect(log).toHaveLength(2);
	});
});

describe('a delivery that is refused while somebody listens for a test event', () => {
	const open = async () => {
		host = await openHost(github);
		host.listen(true);
	};

	it('ends the listening with an error that says why, and the sender gets its 401', async () => {
		await open();
		const forged = { secret: 'not the secret', body: Buffer.from('{"note":"in the body"}') };
		expect(await host.deliver(forged)).toMatchObject({ status: 401 });
		const [execution, ...more] = host.executions;
		const { error } = await host.settled(execution, 'error');
		expect(more).toEqual([]);
		expect(error).toMatchObject({
			message: expect.stringMatching(/refused \(401\): the signature does not match/),
			description: expect.stringMatching(
				/secret.*listen again.*Headers that came:.*x-hub-signature/i,
			),
		});
		expect(JSON.stringify(execution.data)).not.toMatch(/in the body|sha256=|not the secret/);
	});

	it('says of an authentic one that it is not understood', async () => {
		await open();
		const body = Buffer.from(`{"a":${'['.repeat(500)}${']'.repeat(500)}}`);
		expect(await host.deliver({ body })).toMatchObject({ status: 400 });
		const { error } = await host.settled(host.executions[0], 'error');
		expect(error?.message).toMatch(/refused \(400\)/);
	});

	it('starts no run in production', async () => {
		host = await openHost(github);
		await host.deliver({ secret: 'not the secret' });
		expect(host.executions).toEqual([]);
	});
});

it.each([
	[500, 400],
	[600, 400],
	[20_000, 400],
	[400, 200],
])('a form whose payload has %i levels is answered before it is stored', async (levels, status) => {
	host = await openHost(github);
	const payload = `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
	const body = Buffer.from(new URLSearchParams({ payload }).toString());
	expect(await host.deliver({ body, contentType: FORM })).toMatchObject({ status });
});
