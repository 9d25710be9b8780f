import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../tools/sandbox/index.mts';
import { openShop, SHOP_PROVIDERS, SHOPS, type Shop } from '../support/shops.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof openShop>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: [...SHOP_PROVIDERS], timeScale: 0.001 });
});
afterEach(async () => {
	await host.close();
	for (const provider of SHOP_PROVIDERS) sandbox[provider].reset();
});
afterAll(async () => await sandbox.close());

const ITEMS = [{ prompt: 'first' }, { prompt: 'second' }];

const callsOf = ({ provider, path }: Shop) =>
	sandbox[provider].requests({ method: 'POST', path }).length;

describe.each(Object.entries(SHOPS))('%s', (_name, shop) => {
	const open = async (
		...more: Parameters<typeof openShop> extends [unknown, unknown, ...infer R] ? R : never
	) => (host = await openShop(sandbox, shop, ...more));
	const run = async (mode: 'trigger' | 'manual' = 'trigger') =>
		await host.run(ITEMS, mode, shop.binary);

	it('Execute Once buys for the first item only', async () => {
		await open({ executeOnce: true });
		expect((await run()).items).toHaveLength(1);
		expect(callsOf(shop)).toBe(1);
	});

	it('Always Output Data changes nothing', async () => {
		await open({ alwaysOutputData: true });
		expect((await run()).items).toHaveLength(2);
		expect(callsOf(shop)).toBe(2);
	});

	it('pinned output buys nothing', async () => {
		await open({}, { pinData: { [shop.type]: [{ json: { pinned: true } }] } });
		expect((await run('manual')).items).toMatchObject([{ json: { pinned: true } }]);
		expect(callsOf(shop)).toBe(0);
	});

	it('a partial run in the editor buys once, whatever a later node does and is retried', async () => {
		const parameters = { resource: 'task', operation: 'get', taskId: '={{ "" }}' };
		await open({}, { next: [{ type: 'piapi', name: 'Next', parameters, retryOnFail: true }] });
		const failed = await run('manual');
		expect(failed.error?.message).toBeDefined();
		await host.retry(failed);
		expect(callsOf(shop)).toBe(2);
	});
});

/** The operations that also wait for what they bought. */
const WAITING = Object.entries(SHOPS).filter(([, { parameters }]) => 'completion' in parameters);

describe.each(WAITING)('%s, waited for under Retry On Fail', (_name, shop) => {
	const options = { ...(shop.parameters.options as object), mode: 'poll', maxWait: 1 };
	const waited = { ...shop, parameters: { ...shop.parameters, completion: 'wait', options } };

	it.each([0, 1, 2, 3])(
		'call %i is refused at first: all goes on, nothing is bought twice',
		async (skip) => {
			sandbox[shop.provider].fault({ on: 'endpoint', kind: 'status', status: 400, times: 1, skip });
			host = await openShop(sandbox, waited, { retryOnFail: true });
			const { error, items } = await host.run(ITEMS);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.status)).not.toContain('timed_out');
			expect(items).toHaveLength(2);
			const isRefusedCreate = skip < 2 ? 1 : 0;
			expect(callsOf(shop)).toBe(2 + isRefusedCreate);
		},
	);
});
