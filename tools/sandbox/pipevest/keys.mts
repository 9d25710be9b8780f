import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** PKCS#8 of an ed25519 key up to its 32 bytes (RFC 8410). */
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same private key for the same name: credentials outlive a restart of the sandbox. */
export function keyNamed(name: string): KeyObject {
	const seed = createHash('sha256').update(name).digest();
	return createPrivateKey({ key: Buffer.concat([HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/** `ssh-ed25519 <base64> <comment>`, as `GET /webhooks/key` shows it (docs/reference/pipevest.md 5). */
export function opensshLine(key: KeyObject, comment: string): string {
	const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
	const fields = [Buffer.from('ssh-ed25519'), raw].flatMap((field) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(field.length);
		return [length, field];
	});
	return `ssh-ed25519 ${Buffer.concat(fields).toString('base64')} ${comment}`;
}
