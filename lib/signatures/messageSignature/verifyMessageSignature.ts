import { verify as verifyWithKey } from 'node:crypto';
import type { Delivery } from '../delivery';
import type { ReplayWindow } from '../freshness';
import { refused, type Verdict } from '../verdict';
import { equalBytes } from '../equalBytes';
import type { Found } from '../found';
import { mac } from '../mac';
import { publicKeys } from '../publicKey';
import type { Keys, MessageSignatureScheme } from '../scheme';
import { secretKeys } from '../secretKeys';
import { contentDigestProblem } from './contentDigest';
import { coverageProblem } from './coverageProblem';
import { parametersProblem } from './parametersProblem';
import { parseDictionary } from './parseDictionary';
import { fieldValue, type SignableMessage, signableMessage } from './signableMessage';
import { signatureBase } from './signatureBase';
import { signedBytes } from './signedBytes';
import { type Dictionary, type InnerList, isInnerList, type Item } from './structuredFields';

/**
 * A message seldom has more than its sender's and a proxy's; a bound on what one request can make
 * us compute.
 */
const MOST_SIGNATURES = 8;

/** Why a delivery is refused that is signed as it should be, but with none of our keys. */
export const MISMATCH = 'the signature does not match';

/** Whether a signature over some bytes was made with one of our keys. */
type Check = (signed: Buffer, signature: Buffer) => boolean;

/**
 * Checks the HTTP message signatures of a delivery (RFC 9421) and the digest they cover (RFC 9530).
 * One that satisfies the scheme is enough; of several that do not, one that only another key could
 * have made is told, else the first one's problem.
 */
export function verifyMessageSignature(
	scheme: MessageSignatureScheme,
	keys: Keys,
	delivery: Delivery,
	window: ReplayWindow,
): Verdict {
	const check = checkWith(scheme, keys);
	if (!check) return refused('no usable key is set');
	const message = signableMessage(delivery);
	if (!message) return refused('the public URL is not known');
	const inputs = dictionary(message, 'Signature-Input');
	if (inputs.problem !== undefined) return refused(inputs.problem);
	const signatures = dictionary(message, 'Signature');
	if (signatures.problem !== undefined) return refused(signatures.problem);
	if (inputs.value.size > MOST_SIGNATURES)
		return refused(`more than ${MOST_SIGNATURES} signatures`);

	const problems: string[] = [];
	for (const [label, list] of inputs.value) {
		const bytes = signatureBytes(signatures.value.get(label));
		if (!isInnerList(list) || !bytes) {
			problems.push('a signature is incomplete');
			continue;
		}
		const problem =
			parametersProblem(list.parameters, scheme.algorithm, window) ??
			signatureProblem(scheme, list, bytes, message, check) ??
			bodyProblem(list, message, delivery.body);
		if (problem === undefined) {
			return { authentic: true, signedAt: Number(list.parameters.get('created')) * 1000 };
		}
		problems.push(problem);
	}
	return refused(problems.find((problem) => problem === MISMATCH) ?? problems[0] ?? 'no signature');
}

function checkWith({ algorithm, secret }: MessageSignatureScheme, keys: Keys): Check | undefined {
	if (algorithm === 'ed25519') {
		const known = publicKeys(keys.publicKeys);
		if (known.length === 0) return undefined;
		return (signed, signature) => known.some((key) => verifyWithKey(null, signed, key, signature));
	}
	const known = secretKeys(keys.secrets, secret);
	if (known.length === 0) return undefined;
	return (signed, signature) =>
		known.some((key) => equalBytes(mac('sha256', key, [signed]), signature));
}

function dictionary(message: SignableMessage, name: string): Found<Dictionary> {
	const text = fieldValue(message, name.toLowerCase());
	if (text === undefined) return { problem: `no ${name} header` };
	const value = parseDictionary(text);
	return value ? { value } : { problem: `the ${name} header is malformed` };
}

/** A signature is bytes and no more: parameters beside them have no meaning (RFC 9421, 4.2). */
function signatureBytes(member: Item | InnerList | undefined): Buffer | undefined {
	if (!member || isInnerList(member) || member.parameters.size > 0) return undefined;
	return Buffer.isBuffer(member.value) ? member.value : undefined;
}

/**
 * Where no dialect can read the list, the last one's problem is told: it comes last because it reads
 * the most.
 */
function signatureProblem(
	{ dialects, covers }: MessageSignatureScheme,
	list: InnerList,
	signature: Buffer,
	message: SignableMessage,
	check: Check,
): string | undefined {
	let mismatch = false;
	let problem: string | undefined;
	for (const dialect of dialects) {
		const base = signatureBase(list, message, dialect);
		problem = base.problem ?? coverageProblem(list, covers, message, dialect);
		if (base.problem !== undefined || problem !== undefined) continue;
		if (check(signedBytes(base.value, dialect), signature)) return undefined;
		mismatch = true;
	}
	return mismatch ? MISMATCH : (problem ?? 'no dialect is set');
}

function bodyProblem(list: InnerList, message: SignableMessage, body: Buffer): string | undefined {
	const covered = list.items.some(({ value }) => String(value).toLowerCase() === 'content-digest');
	return covered
		? contentDigestProblem(fieldValue(message, 'content-digest') ?? '', body)
		: undefined;
}
