import { createPublicKey, type KeyObject } from 'node:crypto';
import { decode } from './decode';

const TYPE = 'ssh-ed25519';
const HEAD = Buffer.concat([
	Buffer.from([0, 0, 0, TYPE.length]),
	Buffer.from(TYPE),
	Buffer.from([0, 0, 0, 32]),
]);

/** Public key of 32 raw ed25519 bytes, undefined for any other length. */
export function ed25519Key(bytes: Buffer | undefined): KeyObject | undefined {
	if (bytes?.length !== 32) return undefined;
	const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
	return createPublicKey({ key: jwk, format: 'jwk' });
}

/**
 * Public key of an OpenSSH line, `ssh-ed25519 <base64> <comment>` (Pipevest:
 * docs/reference/pipevest.md 5); undefined for other key types and malformed lines. The
 * base64 holds two fields with their lengths before them (RFC 4253, 6.6 and RFC 8709): the type
 * again and 32 bytes.
 */
export function opensshKey(line: string): KeyObject | undefined {
	const [type, base64] = line.trim().split(/[ \t]+/, 2);
	if (type !== TYPE || !base64) return undefined;
	const blob = decode(base64, 'base64');
	if (!blob?.subarray(0, HEAD.length).equals(HEAD)) return undefined;
	return ed25519Key(blob.subarray(HEAD.length));
}
