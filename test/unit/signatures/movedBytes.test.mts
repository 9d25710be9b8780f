import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hmacProblem } from '../../../dist/lib/signatures/hmacProblem.js';
import type { HmacScheme } from '../../../dist/lib/signatures/scheme.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { namedSenders } from '../../../dist/nodes/SignedWebhook/senders/index.js';
import { NOW, URL_OF_OURS } from './signing.mts';

const numRuns = 20 * Number(process.env.FC_RUNS ?? 100);
const T = String(NOW / 1000);

/** The places of a delivery that a template may take, by what stands there. */
interface Sent {
	id: string;
	timestamp: string;
	one: string;
	two: string;
	body: string;
	query: string;
}
type Name = keyof Sent;
const PLACES: Record<Name, string> = {
	id: '{id}',
	timestamp: '{timestamp}',
	one: '{header:X-One}',
	two: '{header:X-Two}',
	body: '{body}',
	query: '{url}',
};

function schemeOf(content: string): HmacScheme {
	return {
		kind: 'hmac',
		algorithm: 'sha256',
		encoding: 'hex',
		signature: { headers: ['X-Sign'] },
		content,
		secret: { encoding: 'utf8' },
		...(content.includes('{id}') && { id: { headers: ['X-Id'] } }),
		...(content.includes('{timestamp}') && { timestamp: { headers: ['X-Time'], unit: 's' } }),
	};
}

const valueOf = (sent: Sent, name: Name) =>
	name === 'query' ? URL_OF_OURS + sent.query : sent[name];

function check(content: string, signed: string, sent: Sent) {
	const delivery = {
		method: 'POST',
		url: URL_OF_OURS + sent.query,
		rawHeaders: [
			...['X-Sign', createHmac('sha256', 's').update(signed).digest('hex')],
			...['X-Id', sent.id, 'X-Time', sent.timestamp, 'X-One', sent.one, 'X-Two', sent.two],
		],
		body: Buffer.from(sent.body),
	};
	const window = { now: NOW, tolerance: 300 };
	return verify(schemeOf(content), { secrets: ['s'] }, delivery, window).authentic;
}

const TEXTS = ['', '.', '|', '--', ':', '1', '0', 'a', '.1'];
const piece = fc.constantFrom('a', '1', '0', '.', '|', '-', ':', '?', T, `.${T}.`, `|${T}|`);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const names = fc.shuffledSubarray(Object.keys(PLACES) as Name[], { minLength: 2 });
const template = names.chain((places) =>
	fc.record({
		places: fc.constant(places),
		texts: fc.array(fc.constantFrom(...TEXTS), {
			minLength: places.length - 1,
			maxLength: places.length - 1,
		}),
	}),
);
const sent: fc.Arbitrary<Sent> = fc.record({
	id: text,
	timestamp: fc.constant(T),
	one: text,
	two: text,
	body: text,
	query: fc.oneof(
		fc.constant(''),
		text.map((one) => `?${one}`),
	),
});

describe('bytes that move between the places of what is signed', () => {
	it('never make another delivery authentic, whatever the template', () => {
		let authentic = 0;
		let moved = 0;
		const run = (
			{ places, texts }: { places: Name[]; texts: string[] },
			genuine: Sent,
			at: number,
			cut: number,
		) => {
			const content = places.map((name, i) => PLACES[name] + (texts[i] ?? '')).join('');
			if (hmacProblem(schemeOf(content)) !== undefined) return;
			const signed = places.map((name, i) => valueOf(genuine, name) + (texts[i] ?? '')).join('');
			if (check(content, signed, genuine)) authentic++;
			// Two neighbours are read with their border elsewhere.
			const [left, right] = [
				places[at % (places.length - 1)],
				places[(at % (places.length - 1)) + 1],
			];
			const between = texts[at % (places.length - 1)];
			const whole = valueOf(genuine, left) + between + valueOf(genuine, right);
			const border = borders(whole, between)[cut % (borders(whole, between).length || 1)];
			if (border === undefined) return;
			const other = { ...genuine };
			const put = (name: Name, value: string) => {
				if (name !== 'query') other[name] = value;
				// n8n finds the trigger by the path, so only a query can be another.
				else if (value === URL_OF_OURS || value.startsWith(`${URL_OF_OURS}?`))
					other.query = value.slice(URL_OF_OURS.length);
				else return false;
				return true;
			};
			if (!put(left, whole.slice(0, border)) || !put(right, whole.slice(border + between.length)))
				return;
			if (JSON.stringify(other) === JSON.stringify(genuine)) return;
			moved++;
			// Spaces and tabs around a header's value do not count, and none is among the pieces.
			if (check(content, signed, genuine)) expect(check(content, signed, other)).toBe(false);
		};
		fc.assert(fc.property(template, sent, fc.nat(5), fc.nat(200), run), { numRuns });
		expect(authentic).toBeGreaterThan(numRuns / 50);
		expect(moved).toBeGreaterThan(numRuns / 50);
	});
});

/** Where a text stands in another; between nothing any place is a border. */
function borders(whole: string, between: string): number[] {
	const found: number[] = [];
	for (let at = 0; at <= whole.length - between.length; at++)
		if (whole.startsWith(between, at)) found.push(at);
	return found;
}

describe('the definitions of senders', () => {
	it.each(
		Object.entries(namedSenders).flatMap(([name, { scheme }]) =>
			scheme && 'content' in scheme ? [[name, scheme] as const] : [],
		),
	)('%s has no places that slide', (_name, scheme) => {
		expect(hmacProblem(scheme)).toBeUndefined();
	});
});
