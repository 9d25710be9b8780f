import { type KeyObject, verify as verifyWithKey } from 'node:crypto';
import type { Delivery } from './delivery';
import { staleness, type Window } from './freshness';
import { refused, type Verdict } from './verdict';
import { contentTemplate, type TemplatePart } from './contentTemplate';
import { decode } from './decode';
import { equalBytes } from './equalBytes';
import { hmacFault } from './hmacFault';
import { mac } from './mac';
import { publicKeys } from './publicKey';
import type { Encoding, HmacScheme, Keys } from './scheme';
import { secretKeys } from './secretKeys';
import { signatureParts } from './signatureParts';
import { signedContent } from './signedContent';

/**
 * More signatures than any rotation of secrets needs; a bound on what one request can make us
 * compute.
 */
const MOST_SIGNATURES = 20;

type Usable = { template: TemplatePart[]; fault?: undefined } | { fault: string };
const usable = new WeakMap<HmacScheme, Usable>();

function prepare(scheme: HmacScheme): Usable {
	const known = usable.get(scheme);
	if (known) return known;
	const fault = hmacFault(scheme);
	const prepared = fault ? { fault } : { template: contentTemplate(scheme.content) ?? [] };
	usable.set(scheme, prepared);
	return prepared;
}

/**
 * Checks a delivery against a definition of how its sender makes a MAC, or an ed25519 signature, of
 * it.
 */
export function verifyHmac(
	scheme: HmacScheme,
	keys: Keys,
	delivery: Delivery,
	window: Window,
): Verdict {
	const prepared = prepare(scheme);
	if (prepared.fault !== undefined) return refused(prepared.fault);
	const macKeys = secretKeys(keys.secrets, scheme.secret);
	const edKeys = scheme.ed25519 ? publicKeys(keys.publicKeys) : [];
	if (macKeys.length + edKeys.length === 0) return refused('no usable secret is set');

	const found = signatureParts(scheme, delivery, prepared.template);
	if (found.fault !== undefined) return refused(found.fault);
	const { parts, timestamp, id } = found.value;
	const stale = timestamp && staleness(timestamp.at, window);
	if (stale) return refused(stale);

	const macs =
		macKeys.length > 0 ? decoded(parts, scheme.signature.prefix ?? '', scheme.encoding) : [];
	const seals = edKeys.length > 0 ? decoded(parts, scheme.ed25519?.prefix ?? '', 'base64') : [];
	const count = macs.length + seals.length;
	if (count === 0)
		return refused(`no well-formed signature in ${scheme.signature.headers.join(' or ')}`);
	if (count > MOST_SIGNATURES) return refused(`more than ${MOST_SIGNATURES} signatures`);

	const content = signedContent(prepared.template, delivery, found.value);
	if (
		(macs.length > 0 && macKeys.some((key) => hasMac(scheme, key, content, macs))) ||
		(seals.length > 0 && hasSeal(edKeys, content, seals))
	) {
		return { authentic: true, signedAt: timestamp?.at, signedId: id };
	}
	return refused('the signature does not match');
}

function decoded(parts: readonly string[], prefix: string, encoding: Encoding): Buffer[] {
	return parts
		.filter((part) => part.startsWith(prefix))
		.map((part) => decode(part.slice(prefix.length), encoding))
		.filter((bytes) => bytes !== undefined);
}

function hasMac(
	{ algorithm }: HmacScheme,
	key: KeyObject,
	content: ReadonlyArray<string | Buffer>,
	macs: readonly Buffer[],
): boolean {
	const right = mac(algorithm, key, content);
	return macs.some((sent) => equalBytes(sent, right));
}

/** ed25519 takes its message in one piece. */
function hasSeal(
	keys: readonly KeyObject[],
	content: ReadonlyArray<string | Buffer>,
	seals: readonly Buffer[],
): boolean {
	const message = Buffer.concat(
		content.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
	);
	return keys.some((key) => seals.some((seal) => verifyWithKey(null, message, key, seal)));
}
