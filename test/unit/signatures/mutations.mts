import fc from 'fast-check';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import { edited, edits, odd, saysTheSame } from './edits.mts';
import { oddJson } from './oddJson.mts';
import type { Otherwise, Sender } from './senders.mts';
import { NOW, withHeader } from './signing.mts';

/** A delivery that must not be accepted, and when it arrives (ms). */
export interface Mutation {
	/** What was done, for whoever reads of a failure. */
	how: string;
	delivery: Delivery;
	now: number;
}

interface Given {
	/** Seconds. */
	tolerance: number;
	/** The body and the URL of what is changed. */
	genuine: Pick<Otherwise, 'body' | 'url'>;
	/** Of the values of a header that nobody signs but that have to be there. */
	more?: string[];
}

/** Further than any clock or leeway is off, in ms. */
const WELL_PAST = 60_000;

/**
 * Changes of an authentic delivery, each of which says something else than was signed, or later, or
 * with another key.
 */
export function mutations(sender: Sender, given: Given): fc.Arbitrary<Mutation> {
	const genuine = send(sender, given);
	const signsBody = sender.scheme.kind !== 'sharedSecret';
	const isTimed = sender.unit !== undefined || sender.scheme.kind === 'jwt';
	return fc.oneof(
		{ weight: 6, arbitrary: headerEdits(sender, genuine) },
		{ weight: 2, arbitrary: headerCopies(sender, genuine) },
		...(signsBody ? [{ weight: 4, arbitrary: otherBodies(genuine) }] : []),
		...(sender.sharesSecret ? [{ weight: 1, arbitrary: otherSecrets(sender, given) }] : []),
		...(isTimed ? [{ weight: 1, arbitrary: otherMoments(genuine, given) }] : []),
		...(sender.unit ? [{ weight: 1, arbitrary: otherTimes(sender, given) }] : []),
		...(sender.signsUrl ? [{ weight: 1, arbitrary: otherTargets(genuine) }] : []),
	);
}

export function send(sender: Sender, { genuine, more = [] }: Given, otherwise: Otherwise = {}) {
	const delivery = sender.send({ ...genuine, ...otherwise });
	return { ...delivery, rawHeaders: [...delivery.rawHeaders, ...more] };
}

function headerEdits(sender: Sender, genuine: Delivery): fc.Arbitrary<Mutation> {
	const all = fc.array(edits, { minLength: 1, maxLength: 3 });
	return fc
		.tuple(fc.constantFrom(...sender.headers), all)
		.map(([name, own]) => {
			let same = true;
			const delivery = withHeader(genuine, name, (value) => {
				const after = own.reduce(edited, value);
				same = saysTheSame(sender, value, after);
				return [after];
			});
			return { how: `${name} edited`, delivery, now: NOW, same };
		})
		.filter(({ same }) => !same);
}

const COPIES: Array<(value: string, other: string) => string[]> = [
	() => [],
	(value) => [value, value],
	(value) => [value, ''],
	(value) => [' ', value],
	(value, other) => [value, other],
	(value, other) => [other, value],
];

/** Taken away, doubled, or under another name; among hundreds of others, which change nothing. */
function headerCopies(sender: Sender, genuine: Delivery): fc.Arbitrary<Mutation> {
	// A dictionary may come in several headers, and what is added there may be a member of its own.
	const others = sender.scheme.kind === 'messageSignature' ? fc.constant('(') : odd;
	const copied = fc.tuple(fc.constantFrom(...COPIES), others).map(
		([copy, other]) =>
			(name: string) =>
				withHeader(genuine, name, (one) => copy(one, other)),
	);
	const renamed = odd.map((text) => (name: string) => ({
		...genuine,
		rawHeaders: genuine.rawHeaders.map((one) => (one === name ? `${text}-${one}` : one)),
	}));
	return fc
		.tuple(fc.constantFrom(...sender.headers), fc.oneof(copied, renamed), fc.nat({ max: 200 }))
		.map(([name, change, crowd]) => {
			const { rawHeaders, ...rest } = change(name);
			const around = Array.from({ length: crowd }, (_, at) => [`X-${at}`, 'x']).flat();
			return {
				how: `${name} copied or renamed`,
				delivery: { ...rest, rawHeaders: [...rawHeaders, ...around] },
				now: NOW,
			};
		});
}

function otherBodies(genuine: Delivery): fc.Arbitrary<Mutation> {
	const { body } = genuine;
	const place = fc.nat({ max: body.length - 1 });
	const flipped = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
		const bytes = Buffer.from(body);
		bytes[at] ^= flip;
		return bytes;
	});
	const bytes = (max: number) =>
		fc.uint8Array({ minLength: 1, maxLength: max }).map((all) => Buffer.from(all));
	return fc
		.oneof(
			flipped,
			place.map((length) => body.subarray(0, length)),
			bytes(8).map((tail) => Buffer.concat([body, tail])),
			bytes(8).map((head) => Buffer.concat([head, body])),
			bytes(64),
			oddJson,
		)
		.filter((other) => !other.equals(body))
		.map((other) => ({ how: 'other body', delivery: { ...genuine, body: other }, now: NOW }));
}

function otherSecrets(sender: Sender, given: Given): fc.Arbitrary<Mutation> {
	const own = sender.keys.secrets[0];
	return fc
		.oneof(
			fc.constant(''),
			fc.nat({ max: own.length - 1 }).map((length) => own.slice(0, length)),
			fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
			fc.base64String().map((text) => `whsec_${text}`),
			fc.nat({ max: own.length - 2 }).map((at) => `${own.slice(0, at)}~${own.slice(at + 1)}`),
		)
		.filter((secret) => secret.trim() !== own)
		.map((secret) => ({
			how: `signed with ${JSON.stringify(secret)}`,
			delivery: send(sender, given, { secret }),
			now: NOW,
		}));
}

function otherMoments(genuine: Delivery, { tolerance }: Given): fc.Arbitrary<Mutation> {
	const late = fc.integer({ min: tolerance * 1000 + WELL_PAST, max: 1e12 });
	return fc.tuple(late, fc.constantFrom(1, -1)).map(([by, way]) => ({
		how: 'arrives at another time',
		delivery: genuine,
		now: NOW + way * by,
	}));
}

/** Signed, but no time, or none of now. */
function otherTimes(sender: Sender, given: Given): fc.Arbitrary<Mutation> {
	const inSeconds = sender.unit === 's';
	const now = String(inSeconds ? NOW / 1000 : NOW);
	const otherUnit = String(inSeconds ? NOW : NOW / 1000);
	const near = given.tolerance * (inSeconds ? 1 : 1000);
	// In a list of parameters, odd text can be a time and one more of them.
	const texts = sender.scheme.kind === 'hmac' ? [odd, edits.map((edit) => edited(now, edit))] : [];
	return fc
		.oneof(
			fc.constantFrom('', '0', `-${now}`, `+${now}`, `${now}.0`, `${now}e0`, 'NaN', otherUnit),
			fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
			...texts,
		)
		.filter((text) => {
			const time = text.replace(/^[ \t]+|[ \t]+$/g, '');
			return !/^\d{1,13}$/.test(time) || Math.abs(Number(time) - Number(now)) > near;
		})
		.map((timestamp) => ({
			how: `signed at ${JSON.stringify(timestamp)}`,
			delivery: send(sender, given, { timestamp }),
			now: NOW,
		}));
}

function otherTargets(genuine: Delivery): fc.Arbitrary<Mutation> {
	const methods = fc
		.constantFrom('PUT', 'GET', 'post', 'POST ', '')
		.map((method) => ({ ...genuine, method }));
	// n8n finds the trigger by the path, and knows the rest of its URL better than the request does.
	const urls = fc.base64String().map((text) => ({ ...genuine, url: `${genuine.url}?${text}x` }));
	return fc.oneof(methods, urls).map((delivery) => ({ how: 'other target', delivery, now: NOW }));
}
