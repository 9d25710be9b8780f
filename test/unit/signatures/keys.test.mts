import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	verify,
} from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { memoize } from '../../../dist/lib/signatures/memoize.js';
import { privateKey } from '../../../dist/lib/signatures/messageSignature/privateKey.js';
import { opensshKey } from '../../../dist/lib/signatures/opensshKey.js';
import { publicKey } from '../../../dist/lib/signatures/publicKey.js';
import { PRIVATE_KEY, PUBLIC_KEY } from './signing.mts';

const RAW = createPublicKey(PUBLIC_KEY).export({ format: 'der', type: 'spki' }).subarray(-32);
const raw = (key: KeyObject | undefined) =>
	key?.export({ format: 'der', type: 'spki' }).subarray(-32);

const field = (bytes: Buffer | string) => {
	const head = Buffer.alloc(4);
	head.writeUInt32BE(bytes.length);
	return Buffer.concat([head, Buffer.from(bytes)]);
};
const line = (...fields: Array<Buffer | string>) =>
	`ssh-ed25519 ${Buffer.concat(fields.map(field)).toString('base64')}`;

describe('opensshKey', () => {
	const good = line('ssh-ed25519', RAW);

	it.each([
		['bare', good],
		['with a comment', `${good} webhooks@pipevest, 2026`],
		['with white space around it', `  ${good.replace(' ', '\t')}\n`],
	])('reads a line %s', (_how, text) => {
		expect(raw(opensshKey(text))).toEqual(RAW);
	});

	it('reads the key that ssh-keygen made, and believes what ssh-keygen signed with it', () => {
		const key = opensshKey(
			'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE+r6fuk1yfT2a8t7ohcafZIXHG2eVdcswlMgXiep719 webhooks@pipevest',
		);
		const signature =
			'o5T+8ul1B8M9p/Uxt6wpaLyn5QcPTgpyl+Y40siQdzhS+sJFtGhMTYrDIigBILBGExGH+kF1TVLirX2azBtZDw==';
		// What `ssh-keygen -Y sign -n file` signs for the text "hello".
		const hash = createHash('sha512').update('hello').digest();
		const fields = ['file', '', 'sha512', hash].map(field);
		const signed = Buffer.concat([Buffer.from('SSHSIG'), ...fields]);
		expect(key && verify(null, signed, key, Buffer.from(signature, 'base64'))).toBe(true);
	});

	it.each([
		['nothing', ''],
		['another type', good.replace('ssh-ed25519', 'ssh-rsa')],
		['another type inside', line('ssh-ed25518', RAW)],
		['a short key', line('ssh-ed25519', RAW.subarray(1))],
		['a long key', line('ssh-ed25519', Buffer.concat([RAW, RAW]))],
		['a third field', line('ssh-ed25519', RAW, 'x')],
		['no key', line('ssh-ed25519')],
		['the masked example of the documents', 'ssh-ed25519 AAAAC3Nza**** comment'],
		['base64url', good.replaceAll('/', '_').replaceAll('+', '-')],
		['no base64', 'ssh-ed25519'],
	])('reads none of %s', (_what, text) => {
		expect(opensshKey(text)).toBeUndefined();
	});
});

describe('publicKey', () => {
	it.each([
		['PEM', PUBLIC_KEY],
		['PEM with written new lines', PUBLIC_KEY.replaceAll('\n', '\\n')],
		['an OpenSSH line', line('ssh-ed25519', RAW)],
		['whpk_', `whpk_${RAW.toString('base64')}`],
		['base64', `${RAW.toString('base64')}\n`],
	])('reads %s', (_form, text) => {
		expect(raw(publicKey(text))).toEqual(RAW);
	});

	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
	const x25519 = generateKeyPairSync('x25519').publicKey;

	it.each([
		['nothing', ''],
		['a private key', PRIVATE_KEY.export({ type: 'pkcs8', format: 'pem' }).toString()],
		['an RSA key', rsa.export({ type: 'spki', format: 'pem' }).toString()],
		['an X25519 key', x25519.export({ type: 'spki', format: 'pem' }).toString()],
		['broken PEM', PUBLIC_KEY.replace('MCow', 'MCoq')],
		['a short key', `whpk_${RAW.subarray(1).toString('base64')}`],
		['a secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
	])('reads none of %s', (_form, text) => {
		expect(publicKey(text)).toBeUndefined();
	});
});

describe('privateKey', () => {
	const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
	const good = pem(PRIVATE_KEY);
	const encrypted = PRIVATE_KEY.export({
		type: 'pkcs8',
		format: 'pem',
		cipher: 'aes-256-cbc',
		passphrase: 'x',
	});
	const openssh = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----';

	it.each([
		['real new lines', good],
		['written new lines', good.trim().replaceAll('\n', '\\n')],
		['white space around it', `\n ${good} \n`],
	])('reads PEM with %s', (_how, text) => {
		expect(privateKey(text).value?.equals(createPrivateKey(good))).toBe(true);
	});

	it.each([
		['nothing', ' ', /empty/],
		['a public key', PUBLIC_KEY, /is a public key/],
		['an OpenSSH public key', line('ssh-ed25519', RAW), /is a public key/],
		['an encrypted key', encrypted.toString(), /encrypted/],
		['an RSA key', pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey), /is rsa/],
		['an OpenSSH private key', openssh, /OpenSSH/],
		['a password', 'hunter2', /not PEM/],
		['broken PEM', good.replace('MC4C', 'MC4D'), /not PEM/],
	])('says what is wrong with %s', (_form, text, problem) => {
		expect(privateKey(text)).toEqual({ problem: expect.stringMatching(problem) });
	});
});

describe('memoize', () => {
	it('makes each result once and remembers the last few only', () => {
		const made: string[] = [];
		const upper = memoize((text) => {
			made.push(text);
			return text.toUpperCase();
		}, 2);
		expect(['a', 'b', 'a', 'b', 'c', 'b', 'a'].map(upper).join('')).toBe('ABABCBA');
		expect(made.join('')).toBe('abca');
	});
});
