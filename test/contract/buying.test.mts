import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import type { Execution } from './harness/executions.mts';
import type { NodeUnderTest } from './harness/workflowOf.mts';
import { openShop, SHOP_PROVIDERS, SHOPS, type Shop } from './support/shops.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof openShop>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: [...SHOP_PROVIDERS], timeScale: 0.01 });
});
afterEach(async () => {
	await host.close();
	for (const provider of SHOP_PROVIDERS) sandbox[provider].reset();
});
afterAll(async () => await sandbox.close());

async function buy(
	shop: Shop,
	prompts: string[],
	settings: Partial<NodeUnderTest> = {},
): Promise<Execution> {
	host = await openShop(sandbox, shop, settings);
	const items = prompts.map((prompt) => ({ prompt }));
	return await host.run(items, 'trigger', shop.binary);
}

const callsOf = ({ provider, path }: Shop) =>
	sandbox[provider].requests({ method: 'POST', path }).length;

const PROMPTS = ['first', 'second', 'third'];

/** What the second call meets. */
function second({ provider, path }: Shop, fault: { status: number; processed: boolean }) {
	const rule = { on: 'endpoint', method: 'POST', kind: 'status', path, ...fault } as const;
	sandbox[provider].fault({ ...rule, times: 1, skip: 1 });
}

describe.each(Object.entries(SHOPS))('%s', (_name, shop) => {
	it.each([false, true])('a wrong item costs nothing (Retry On Fail: %s)', async (retryOnFail) => {
		const { error } = await buy(shop, ['first', 'second', 'bad'], { retryOnFail });
		expect(error?.context).toMatchObject({ itemIndex: 2 });
		expect(callsOf(shop)).toBe(0);
	});

	it('On Error: Continue buys for the good items and says which is wrong', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await buy(shop, ['first', 'bad', 'third'], settings);
		expect(callsOf(shop)).toBe(2);
		expect(items.map(({ json }) => typeof json.error)[1]).toBe('string');
	});

	it('Retry On Fail sends again what was refused, and nothing else', async () => {
		second(shop, { status: 400, processed: false });
		const { items, error } = await buy(shop, PROMPTS, { retryOnFail: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(callsOf(shop)).toBe(4);
	});
});

const [careful, free] = [true, false].map((isCareful) =>
	Object.entries(SHOPS).filter(([, { ifLost }]) => (ifLost !== undefined) === isCareful),
);

describe.each(careful)('%s, its answer lost', (_name, shop) => {
	const lost = { status: 500, processed: true };

	it.each([false, true])(
		'is not sent again, and the error says where to look (Retry On Fail: %s)',
		async (retryOnFail) => {
			second(shop, lost);
			const { error } = await buy(shop, PROMPTS, { retryOnFail });
			expect(callsOf(shop)).toBe(2);
			expect(error?.context).toMatchObject({ itemIndex: 1 });
			expect(error?.message).toMatch(/item index 1 .*not sent again/);
			expect(error?.message).toMatch(shop.ifLost ?? '');
			expect(error?.message).not.toMatch(/try again/i);
			expect(error?.description).toMatch(/HTTP 500/);
		},
	);

	it('costs the other items nothing under On Error: Continue', async () => {
		second(shop, lost);
		const settings = { onError: 'continueRegularOutput', retryOnFail: true } as const;
		const { items } = await buy(shop, PROMPTS, settings);
		expect(callsOf(shop)).toBe(3);
		expect(items.map(({ json }) => String(json.error ?? ''))).toEqual([
			'',
			expect.stringMatching(shop.ifLost ?? ''),
			'',
		]);
	});

	it("is not sent again by the user's retry of the execution, and nothing is bought twice", async () => {
		second(shop, lost);
		const failed = await buy(shop, PROMPTS);
		const { error } = await host.retry(failed);
		expect(error?.message).toMatch(shop.ifLost ?? '');
		expect(callsOf(shop)).toBe(2);
	});

	it('is sent in a new execution', async () => {
		second(shop, lost);
		await buy(shop, PROMPTS.slice(0, 2));
		expect((await host.run([{ prompt: 'again' }], 'trigger', shop.binary)).error).toBeUndefined();
		expect(callsOf(shop)).toBe(3);
	});
});

describe.each(Object.entries(SHOPS))('%s, its execution retried by the user', (_name, shop) => {
	it('buys what is missing only', async () => {
		second(shop, { status: 400, processed: false });
		const failed = await buy(shop, PROMPTS);
		expect(failed.error?.context).toMatchObject({ itemIndex: 1 });
		const { items, error } = await host.retry(failed);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(callsOf(shop)).toBe(4);
	});
});

describe.each(free)('%s, its answer lost', (_name, shop) => {
	it('is sent again by Retry On Fail', async () => {
		second(shop, { status: 500, processed: true });
		const { items, error } = await buy(shop, PROMPTS, { retryOnFail: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(callsOf(shop)).toBe(4);
	});
});
