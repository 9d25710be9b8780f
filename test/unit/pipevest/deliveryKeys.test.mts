import { describe, expect, it } from '@jest/globals';
import { DeliveryKeys } from '../../../dist/nodes/Pipevest/deliveryKeys.js';

const MINUTE = 60_000;
const START = 1_700_000_000_000;

/** A provider that answers `key-1`, `key-2`… and counts how often it is asked. */
function provider() {
	let asked = 0;
	return { ask: async () => `key-${++asked}`, asked: () => asked };
}

describe('DeliveryKeys', () => {
	it('asks once a minute at most, whoever asks and however often', async () => {
		const keys = new DeliveryKeys();
		const { ask, asked } = provider();
		for (let ms = 0; ms <= 10 * MINUTE; ms += 100) await keys.ask('client', ask, START + ms);
		expect(asked()).toBe(11);
	});

	it('gives those who ask at the same moment the same answer', async () => {
		const keys = new DeliveryKeys();
		const { ask, asked } = provider();
		const answers = Array.from({ length: 50 }, async () => await keys.ask('client', ask, START));
		expect(new Set(await Promise.all(answers))).toEqual(new Set(['key-1']));
		expect(asked()).toBe(1);
	});

	it('knows nothing of a client that was not asked about', async () => {
		const keys = new DeliveryKeys();
		const { ask } = provider();
		await keys.ask('a', ask, START);
		expect(keys.latest('a')).toEqual({ key: 'key-1', seenAt: START });
		expect(keys.latest('b')).toBeUndefined();
		expect(await keys.ask('b', ask, START)).toBe('key-2');
	});

	it('keeps the key it has when the provider does not answer, and waits a minute to ask again', async () => {
		const keys = new DeliveryKeys();
		const { ask, asked } = provider();
		await keys.ask('client', ask, START);
		const silent = async () => undefined;
		expect(await keys.ask('client', silent, START + MINUTE)).toBeUndefined();
		expect(await keys.ask('client', ask, START + MINUTE + 1)).toBeUndefined();
		expect(keys.latest('client')).toEqual({ key: 'key-1', seenAt: START });
		expect(asked()).toBe(1);
		expect(await keys.ask('client', ask, START + 2 * MINUTE)).toBe('key-2');
	});

	it('does not stay silent for ever when the clock is set back', async () => {
		const keys = new DeliveryKeys();
		const { ask } = provider();
		await keys.ask('client', ask, START);
		expect(await keys.ask('client', ask, START - 24 * 60 * MINUTE)).toBe('key-2');
	});

	it('forgets the oldest of very many clients', async () => {
		const keys = new DeliveryKeys();
		for (let i = 0; i < 10_000; i++) await keys.ask(`client-${i}`, async () => 'key', START);
		expect(keys.latest('client-0')).toBeUndefined();
		expect(keys.latest('client-9999')).toEqual({ key: 'key', seenAt: START });
	});
});
