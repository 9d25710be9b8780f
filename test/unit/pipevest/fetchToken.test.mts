import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { readCredential } from '../../../dist/nodes/Pipevest/credential.js';
import { fetchToken } from '../../../dist/nodes/Pipevest/signing/fetchToken.js';

const { privateKey } = generateKeyPairSync('ed25519');
const credential = (more: object = {}) =>
	readCredential({
		...{ environment: 'production', clientId: 'a b', clientSecret: 's&=+ü', keyId: 'k' },
		privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
		...more,
	});

function helper(statusCode: number, body: unknown) {
	const sent: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions) => {
		sent.push(options);
		return { statusCode, headers: {}, body };
	};
	return { sent, helper: { helpers: { httpRequest } } };
}

describe('fetchToken', () => {
	it.each([
		['the newer', { message: 'Created', tokenId: 1, token: 'T', expiresIn: 3600 }],
		['the older', { data: { accessTokenId: 1, accessToken: 'T' }, code: 201, message: 'Created' }],
	])('understands %s answer', async (_which, body) => {
		const { helper: context } = helper(201, body);
		expect(await fetchToken(context, credential())).toBe('T');
	});

	it.each([
		['oauthToken', 'https://api.pipevest.com/v1/oauth/token'],
		['auth', 'https://api.pipevest.com/v1/auth'],
		[undefined, 'https://api.pipevest.com/v1/oauth/token'],
	])('of endpoint %s asks %s, signed, by form', async (tokenEndpoint, url) => {
		const { sent, helper: context } = helper(200, { token: 'T' });
		await fetchToken(context, credential({ tokenEndpoint }));
		const [{ headers, body, ...request }] = sent;
		expect(request).toMatchObject({ method: 'POST', url });
		expect(Object.fromEntries(new URLSearchParams(String(body)))).toEqual({
			...{ clientId: 'a b', clientSecret: 's&=+ü' },
		});
		expect(headers).toMatchObject({ 'Content-Type': 'application/x-www-form-urlencoded' });
		expect(headers).not.toHaveProperty('Authorization');
		expect(headers?.['Signature-Input']).toMatch(
			/^sig1=\("Content-Digest" "Content-Length" "Content-Type" "X-Idempotency-Key" "@method"/,
		);
	});

	it.each([
		[401, { message: 'Unauthorized' }, /HTTP 401: Unauthorized.*client secret, key ID/, false],
		[400, 'text', /HTTP 400\).*client secret/, false],
		[404, {}, /token endpoint.*\/v1\/oauth\/token/, false],
		[302, '', /token endpoint/, false],
		[200, '<html>', /token endpoint/, false],
		[200, { token: '' }, /token endpoint/, false],
		[200, { data: null }, /token endpoint/, false],
		[429, {}, /Try again later/, true],
		[503, '<html>', /Try again later/, true],
	])('says of %d %j what to look at', async (status, body, message, temporary) => {
		const { helper: context } = helper(status, body);
		const refused = fetchToken(context, credential());
		await expect(refused).rejects.toThrow(message);
		await expect(refused).rejects.toMatchObject({ temporary });
	});

	it('sends nothing without a usable key', async () => {
		const { sent, helper: context } = helper(200, { token: 'T' });
		const refused = fetchToken(context, credential({ privateKey: 'ssh-ed25519 AAAA' }));
		await expect(refused).rejects.toThrow(/public key.*credential/);
		expect(sent).toEqual([]);
	});
});
