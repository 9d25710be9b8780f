import { createHash } from 'node:crypto';
import { equalBytes } from '../equalBytes';
import { parseDictionary } from './parseDictionary';

const HASHES = { 'sha-512': 'sha512', 'sha-256': 'sha256' } as const;

/** Algorithms of RFC 9530 that are still active. */
export type DigestAlgorithm = keyof typeof HASHES;

const hash = (algorithm: DigestAlgorithm, body: Buffer) =>
	createHash(HASHES[algorithm]).update(body).digest();

/** The value of a `Content-Digest` header over the body's bytes (RFC 9530). */
export function contentDigest(body: Buffer, algorithm: DigestAlgorithm = 'sha-512'): string {
	return `${algorithm}=:${hash(algorithm, body).toString('base64')}:`;
}

/**
 * Why a `Content-Digest` value does not prove the body; undefined when it does. Every digest that
 * is known must be right and one must be known; unknown ones are skipped, as RFC 9530 asks.
 */
export function contentDigestProblem(value: string, body: Buffer): string | undefined {
	const digests = parseDictionary(value);
	if (!digests) return 'the Content-Digest header is malformed';
	const known = (['sha-512', 'sha-256'] as const).filter((algorithm) => digests.has(algorithm));
	if (known.length === 0) return 'the Content-Digest header has neither sha-512 nor sha-256';
	const right = known.every((algorithm) => {
		const digest = digests.get(algorithm);
		const bytes = digest && 'value' in digest ? digest.value : undefined;
		return Buffer.isBuffer(bytes) && equalBytes(hash(algorithm, body), bytes);
	});
	return right ? undefined : 'the body does not have the digest that was signed';
}
