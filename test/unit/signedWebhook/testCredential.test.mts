import { describe, expect, it } from '@jest/globals';
import type { ICredentialTestFunctions } from 'n8n-workflow';
import { SignedWebhookTrigger } from '../../../dist/nodes/SignedWebhook/SignedWebhookTrigger.node.js';

const { methods, description } = new SignedWebhookTrigger();
const WHPK = `whpk_${Buffer.alloc(32, 9).toString('base64')}`;

/** It may ask nobody: there is nothing it could ask with. */
const nothing = {} as ICredentialTestFunctions;
const test = async (data: object | undefined) =>
	await methods.credentialTest.testCredential.call(nothing, {
		id: '1',
		name: 'Sender',
		type: 'signedWebhookApi',
		data: data as never,
	});

it('is the one that n8n calls', () => {
	const [{ testedBy }] = description.credentials ?? [];
	expect(Object.keys(methods.credentialTest)).toEqual([testedBy]);
});

describe('well-formed', () => {
	it.each([
		{ secret: 's' },
		{ secret: 's', previousSecret: 't', publicKey: WHPK },
		{ secret: '', previousSecret: '', publicKey: ` ${WHPK}\n` },
	])('%j', async (data) => {
		expect(await test(data)).toMatchObject({ status: 'OK' });
	});
});

describe('could verify nothing', () => {
	it.each([
		[undefined, /Fill in Secret/],
		[{}, /Fill in Secret/],
		[{ secret: '', publicKey: ' ' }, /Fill in Secret/],
		[{ previousSecret: 's' }, /Fill in Secret/],
		[{ secret: '   ' }, /Secret is blank/],
		[{ secret: 'whsec_' }, /Secret is blank/],
		[{ secret: '\u00a0', publicKey: WHPK }, /Secret is blank/],
		[{ secret: 's', previousSecret: ' ' }, /Previous Secret is blank/],
		[{ publicKey: 'whpk_' }, /Public Key/],
		[{ secret: 's', publicKey: 'odd' }, /Public Key/],
		[{ publicKey: '-----BEGIN PUBLIC KEY-----\nMIGf\n-----END PUBLIC KEY-----' }, /Public Key/],
	])('%j', async (data, message) => {
		expect(await test(data)).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});
});
