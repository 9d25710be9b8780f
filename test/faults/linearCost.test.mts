import { countSteps } from './support/countSteps.mts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Delivery } from '../../dist/lib/signatures/delivery.js';
import { send } from '../unit/signatures/mutations.mts';
import { NOW, withHeader } from '../unit/signatures/signing.mts';
import { type Door, doors, open } from './support/doors.mts';
import { knock } from './support/knock.mts';

const SIZES = [1, 10, 100];

/** Steps that a further character, entry or header may cost. */
const MOST_STEPS = 30;

process.env.N8N_LOG_LEVEL = 'silent';

const list = (times: number, make: (at: number) => string) =>
	Array.from({ length: times }, (_, at) => make(at));
const withMore = (event: object, more: string) =>
	Buffer.from(JSON.stringify(event).replace(/}$/, `,"more":${more}}`));

type Grow = (door: Door, times: number, genuine: { url: string }) => Delivery;

const signed =
	(body: (event: object, times: number) => Buffer): Grow =>
	(door, times, { url }) =>
		send(door.sender, {
			tolerance: 300,
			genuine: { url, body: body(door.event, times) },
			more: door.more,
		});
const plain = signed((event) => Buffer.from(JSON.stringify(event)));
const forged =
	(grow: Grow, change: (value: string, times: number) => string): Grow =>
	(door, times, genuine) => {
		const { headers } = door.sender;
		return headers.reduce(
			(delivery, name) => withHeader(delivery, name, (value) => [change(value, times)]),
			grow(door, times, genuine),
		);
	};

/** What a sender, or whoever says to be one, can make larger. */
const shapes: Record<string, Grow> = {
	'a long text': signed((event, times) => withMore(event, `"${'x'.repeat(10 * times)}"`)),
	'many escapes': signed((event, times) => withMore(event, `"${'\\"\\u00fc'.repeat(times)}"`)),
	'many members': signed((event, times) =>
		withMore(event, `{${list(times, (at) => `"k${at}":${at}`).join(',')}}`),
	),
	'many entries': signed((event, times) =>
		withMore(event, `[${list(times, (at) => `{"url":"${at}"}`).join(',')}]`),
	),
	'many brackets': signed((event, times) =>
		withMore(event, '['.repeat(5 * times) + ']'.repeat(5 * times)),
	),
	'brackets that never close': signed((_event, times) => Buffer.from('['.repeat(10 * times))),
	'a form of many fields': (door, times, { url }) => {
		const body = Buffer.from(list(times, (at) => `f${at}=v`).join('&'));
		const sent = send(door.sender, { tolerance: 300, genuine: { url, body }, more: door.more });
		return withHeader(sent, 'Content-Type', () => ['application/x-www-form-urlencoded']);
	},
	'other headers': (door, times, genuine) => {
		const delivery = plain(door, times, genuine);
		const others = list(times, (at) => `X-${at}`).flatMap((name) => [name, 'x']);
		return { ...delivery, rawHeaders: [...others, ...delivery.rawHeaders] };
	},
	'long values of its headers': forged(plain, (value, times) => value + 'a'.repeat(10 * times)),
	'spaces in its headers': forged(plain, (value, times) => `${value}${' '.repeat(10 * times)}x`),
	'many parts in its headers': forged(
		plain,
		(value, times) =>
			list(times, (at) => `,v1=${at}; v1,${at} sig${at}=:AAAA:;a="b"`).join('') + value,
	),
	'many full stops in its headers': forged(plain, (value, times) => value + '.e30'.repeat(times)),
	'many signatures': forged(plain, (value, times) => list(times, () => value).join(', ')),
};

/** One of each kind of scheme and of each provider: the others differ in names and encodings only. */
const ONE_EACH =
	/^(?!Signed)(?!.*as the RFC)|Standard Webhooks$|Stripe|secret header|ed25519|custom/;
const rows: string[] = [];

describe.each(doors.filter(({ name }) => ONE_EACH.test(name)))('$name', (door) => {
	let host: Awaited<ReturnType<typeof open>>;
	let clock: ReturnType<typeof jest.spyOn>;
	beforeAll(async () => {
		host = await open(door);
		clock = jest.spyOn(Date, 'now').mockReturnValue(NOW) as never;
		await knock(host, plain(door, 1, { url: host.webhookUrl() }));
	});
	afterAll(async () => {
		clock.mockRestore();
		await host.close();
	});

	it.each(Object.keys(shapes))('takes steps in proportion to %s', async (shape) => {
		const points: Array<{ size: number; steps: number }> = [];
		for (const times of SIZES) {
			const delivery = shapes[shape](door, 100 * times, { url: host.webhookUrl() });
			const size = delivery.body.length + delivery.rawHeaders.join('').length;
			const steps = await countSteps(async () => await knock(host, delivery));
			points.push({ size, steps });
		}
		const [one, ten, hundred] = points;
		const price = (from: typeof one, to: typeof one) =>
			(to.steps - from.steps) / (to.size - from.size);
		const prices = [price(one, ten), price(ten, hundred)];
		rows.push([door.name, shape, ...points.flatMap(({ size, steps }) => [size, steps])].join('\t'));
		expect(prices[1]).toBeLessThanOrEqual(MOST_STEPS);
		// With the square of the size it would be ten times as much; names as long as one looked for cost a few steps.
		expect(prices[1]).toBeLessThanOrEqual(1.5 * Math.max(prices[0], 2));
	});
});

afterAll(() => void process.stdout.write(`${rows.join('\n')}\n`));
