import { isTooDeep } from '../../../dist/lib/inbound/isTooDeep.js';
import { parseJson } from '../../../dist/lib/signatures/parseJson.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { stopwatch, type Work } from '../measure/microseconds.mts';
import { pairs, type Pair } from '../measure/pairs.mts';
import type { Part } from '../part.mts';
import { figure, type Row } from '../row.mts';
import { caseOf, cases, secretHeader, type Case } from './cases.mts';
import { jsonOf } from './jsonOf.mts';
import type { Message } from './message.mts';
import { peers, type Peer } from './peers.mts';
import { present } from '../../present.mts';

/** KB */
const SIZES = [1, 10, 100];
const TOLERANCE = 300;
const HEAD = { id: 'evt_1', type: 'job.completed', event: 'room_started' };
const bodies = SIZES.map((size) => jsonOf(size, HEAD));

type Compare = (one: Work, other: Work) => Promise<Pair>;

/**
 * What it costs to check and to read one delivery: against node:crypto doing only the hash or the
 * signature of it, and against the libraries of the senders on the same bytes.
 */
export const signatures: Part = async ({ quick, tell }) => {
	const compare: Compare = async (one, other) =>
		await pairs(quick ? 3 : 15, await stopwatch(one), await stopwatch(other));
	const rows: Row[] = [];
	for (const one of cases) {
		tell(one.name);
		rows.push(await againstRaw(one, compare));
	}
	for (const peer of peers) {
		tell(peer.name);
		rows.push(await againstPeer(peer, compare));
	}
	tell(secretHeader.name);
	return [...rows, await parsing(compare), await comparing(compare)];
};

/** @throws Error where the delivery is refused: then nothing was measured */
function checked({ scheme, keys, delivery, now }: Message): Work {
	const window = { now, tolerance: TOLERANCE };
	const verdict = verify(scheme, keys, delivery, window);
	if (!verdict.authentic) throw new Error(`A delivery of the bench is refused: ${verdict.reason}`);
	return () => verify(scheme, keys, delivery, window);
}

async function againstRaw({ name, message, raw }: Case, compare: Compare): Promise<Row> {
	const measured: Pair[] = [];
	for (const body of bodies) measured.push(await compare(checked(await message(body)), raw(body)));
	return {
		what: `Verify, ${name}: to the raw hash or signature, 100 KB`,
		value: largest(measured).ratio,
		unit: '×',
		limit: { atMost: 1.5 },
		measured: bySize(measured),
	};
}

async function againstPeer({ name, scheme, parses, check }: Peer, compare: Compare): Promise<Row> {
	const measured: Pair[] = [];
	for (const body of bodies) {
		const message = await caseOf(scheme).message(body);
		const theirs = check(message);
		if (!(await theirs())) throw new Error(`${name} refuses the delivery of the bench`);
		const verified = checked(message);
		const ours = () => [verified(), parses && isTooDeep(parseJson(body))];
		measured.push(await compare(ours, theirs));
	}
	return {
		what: `${parses ? 'Verify and parse' : 'Verify'}, ${scheme}: to ${name}, worst of 1, 10, 100 KB`,
		value: Math.max(...measured.map(({ ratio }) => ratio)),
		unit: '×',
		limit: { atMost: 1 },
		measured: bySize(measured),
	};
}

/** What comes on top of any scheme, and is V8's. */
async function parsing(compare: Compare): Promise<Row> {
	const measured: Pair[] = [];
	for (const body of bodies)
		measured.push(
			await compare(
				() => isTooDeep(parseJson(body)),
				() => JSON.parse(body.toString()) as unknown,
			),
		);
	return {
		what: 'Parse, as deep as may be: to JSON.parse, 100 KB',
		value: largest(measured).ratio,
		unit: '×',
		limit: { atMost: 1.5 },
		measured: bySize(measured),
	};
}

async function comparing(compare: Compare): Promise<Row> {
	const body = largest(bodies);
	const { one, other } = await compare(
		checked(await secretHeader.message(body)),
		secretHeader.raw(body),
	);
	return {
		what: `Verify, ${secretHeader.name}, 100 KB`,
		value: one,
		unit: 'µs',
		limit: { atMost: 3 },
		measured: `nothing is hashed; comparing two texts takes ${figure(other)} µs`,
	};
}

const largest = <T,>(bySizes: readonly T[]): T =>
	present(bySizes[SIZES.indexOf(100)], 'The one of 100 KB');

function bySize(measured: readonly Pair[]): string {
	const each = measured.map(
		({ one, other }, i) => `${SIZES[i]} KB ${figure(one)} to ${figure(other)}`,
	);
	return `${each.join(', ')} µs`;
}
