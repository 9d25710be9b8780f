import { type KeyObject, verify as verifyWithKey } from 'node:crypto';
import type { Delivery } from './delivery';
import type { ReplayWindow } from './freshness';
import type { Found } from './found';
import { decoded, inOnePiece, readSignatures, readSigned } from './hmac';
import { valueAt } from './place';
import { allPublicKeys } from './publicKey';
import type { Keys, PublicKeyAlgorithm, PublicKeyScheme } from './scheme';
import { signedContent } from './signedContent';
import { refused, type Verdict } from './verdict';

const ALGORITHMS = {
	ed25519: { type: 'ed25519', hash: null },
	ecdsa: { type: 'ec', hash: 'sha256' },
	'rsa-sha256': { type: 'rsa', hash: 'sha256' },
	'rsa-sha1': { type: 'rsa', hash: 'sha1' },
} as const;

/** Checks a delivery that its sender signed with a key pair. The definition chooses the algorithm. */
export function verifyPublicKey(
	scheme: PublicKeyScheme,
	keys: Keys,
	delivery: Delivery,
	window: ReplayWindow,
): Verdict {
	const algorithm = algorithmOf(scheme, delivery);
	if (algorithm.problem !== undefined) return refused(algorithm.problem);
	const { type, hash } = ALGORITHMS[algorithm.value];
	const known = allPublicKeys(keys.publicKeys).filter((key) => key.asymmetricKeyType === type);
	if (known.length === 0) return refused(`no public key for ${algorithm.value} is set`);
	const signed = readSigned(scheme, delivery, window);
	if (signed.problem !== undefined) return refused(signed.problem);

	const { parts, template, timestamp, id } = signed.value;
	const signatures = decoded(parts, scheme.signature.prefix ?? '', scheme.encoding);
	const problem = readSignatures(scheme, signatures);
	if (problem) return refused(problem);
	const { allowsBlank } = scheme;
	const given = { timestamp, id, secret: keys.secrets[0]?.trim() ?? '', allowsBlank };
	const content = signedContent(template, delivery, given);
	if (content.problem !== undefined) return refused(content.problem);
	const message = inOnePiece(content.value);
	const isOurs = (key: KeyObject) => signatures.some((sent) => isSigned(hash, message, key, sent));
	return known.some(isOurs)
		? { authentic: true, signedAt: timestamp?.at, signedId: id }
		: refused('the signature does not match');
}

function algorithmOf(
	{ algorithm }: PublicKeyScheme,
	delivery: Delivery,
): Found<PublicKeyAlgorithm> {
	if (typeof algorithm === 'string') return { value: algorithm };
	const named = valueAt(delivery, algorithm.at);
	if (named.problem !== undefined) return named;
	const value = Object.hasOwn(algorithm.values, named.value)
		? algorithm.values[named.value]
		: undefined;
	return value ? { value } : { problem: 'the delivery names an unknown way to sign' };
}

/** A signature that is no DER makes Node throw: it is none of ours. */
function isSigned(
	hash: string | null,
	message: Buffer,
	key: KeyObject,
	signature: Buffer,
): boolean {
	try {
		return verifyWithKey(hash, message, key, signature);
	} catch {
		return false;
	}
}
