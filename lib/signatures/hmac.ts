import { type KeyObject, verify as verifyWithKey } from 'node:crypto';
import type { Delivery } from './delivery';
import { hasLengthOfNow, staleness, type ReplayWindow } from './freshness';
import { refused, type Verdict } from './verdict';
import { contentTemplate, type TemplatePart } from './contentTemplate';
import { digestInUrlProblem } from './digestInUrl';
import { decodeUnpadded } from './decode';
import { equalBytes } from './equalBytes';
import { hmacProblem } from './hmacProblem';
import { mac } from './mac';
import type { Found } from './found';
import { publicKeys } from './publicKey';
import type { Encoding, HmacScheme, Keys, SignedContent } from './scheme';
import { secretKeys } from './secretKeys';
import { type SignatureParts, signatureParts } from './signatureParts';
import { signedContent } from './signedContent';

/**
 * More signatures than any rotation of secrets needs; a bound on what one request can make us
 * compute.
 */
const MOST_SIGNATURES = 20;

interface Templates {
	usual: TemplatePart[];
	withDigestInUrl: TemplatePart[];
}
const prepared = new WeakMap<SignedContent, Found<Templates>>();

function prepare(scheme: SignedContent): Found<Templates> {
	const known = prepared.get(scheme);
	if (known) return known;
	const problem = hmacProblem(scheme);
	const made: Found<Templates> = problem
		? { problem }
		: {
				value: {
					usual: contentTemplate(scheme.content) ?? [],
					withDigestInUrl: contentTemplate(scheme.withDigestInUrl?.content ?? '') ?? [],
				},
			};
	prepared.set(scheme, made);
	return made;
}

/** What a delivery says of its signing, once its time is in the window. */
export interface SignedDelivery extends SignatureParts {
	template: TemplatePart[];
}

/** Reads signatures, time and id, and refuses what is stale before anything is computed. */
export function readSigned(
	scheme: SignedContent,
	delivery: Delivery,
	window: ReplayWindow,
): Found<SignedDelivery> {
	const templates = prepare(scheme);
	if (templates.problem !== undefined) return templates;
	const found = signatureParts(scheme, delivery);
	if (found.problem !== undefined) return found;
	const { timestamp } = found.value;
	const stale = timestamp && staleness(timestamp.at, window);
	if (stale) return { problem: stale };
	if (timestamp && !hasLengthOfNow(timestamp.text, scheme.timestamp?.unit ?? 's', window.now))
		return { problem: 'the timestamp has another number of digits than the present time' };
	const digest = digestInUrlProblem(scheme, delivery);
	if (digest?.problem) return { problem: digest.problem };
	const { usual, withDigestInUrl } = templates.value;
	return { value: { ...found.value, template: digest ? withDigestInUrl : usual } };
}

/** The signatures among the parts, as bytes; at least one and not too many. */
export function readSignatures(
	scheme: SignedContent,
	decoded: readonly Buffer[],
): string | undefined {
	if (decoded.length > MOST_SIGNATURES) return `more than ${MOST_SIGNATURES} signatures`;
	const { at, headers } = scheme.signature;
	return decoded.length === 0
		? `no well-formed signature in ${at ?? headers.join(' or ')}`
		: undefined;
}

/**
 * Checks a delivery against a definition of how its sender makes a MAC, or an ed25519 signature, of
 * it.
 */
export function verifyHmac(
	scheme: HmacScheme,
	keys: Keys,
	delivery: Delivery,
	window: ReplayWindow,
): Verdict {
	const usable = prepare(scheme);
	if (usable.problem !== undefined) return refused(usable.problem);
	const macKeys = secretKeys(keys.secrets, scheme.secret);
	const edKeys = scheme.ed25519 ? publicKeys(keys.publicKeys) : [];
	if (macKeys.length + edKeys.length === 0) return refused('no usable secret is set');
	const signed = readSigned(scheme, delivery, window);
	if (signed.problem !== undefined) return refused(signed.problem);

	const { parts, template, timestamp, id } = signed.value;
	const macs =
		macKeys.length > 0 ? decoded(parts, scheme.signature.prefix ?? '', scheme.encoding) : [];
	const edSignatures =
		edKeys.length > 0 ? decoded(parts, scheme.ed25519?.prefix ?? '', 'base64') : [];
	const problem = readSignatures(scheme, [...macs, ...edSignatures]);
	if (problem) return refused(problem);

	const { allowsBlank } = scheme;
	const given = { timestamp, id, secret: keys.secrets[0]?.trim() ?? '', allowsBlank };
	const content = signedContent(template, delivery, given);
	if (content.problem !== undefined) return refused(content.problem);
	if (
		(macs.length > 0 && macKeys.some((key) => hasMac(scheme, key, content.value, macs))) ||
		(edSignatures.length > 0 && isSignedByEd25519(edKeys, content.value, edSignatures))
	) {
		return { authentic: true, signedAt: timestamp?.at, signedId: id };
	}
	return refused('the signature does not match');
}

/** The parts that begin so and are well-formed, as bytes. */
export function decoded(parts: readonly string[], prefix: string, encoding: Encoding): Buffer[] {
	return parts
		.filter((part) => part.startsWith(prefix))
		.map((part) => decodeUnpadded(part.slice(prefix.length), encoding))
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

/** Signatures of key pairs take their message in one piece. */
export function inOnePiece(content: ReadonlyArray<string | Buffer>): Buffer {
	return Buffer.concat(
		content.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
	);
}

function isSignedByEd25519(
	keys: readonly KeyObject[],
	content: ReadonlyArray<string | Buffer>,
	signatures: readonly Buffer[],
): boolean {
	const message = inOnePiece(content);
	return keys.some((key) => signatures.some((sent) => verifyWithKey(null, message, key, sent)));
}
