import { describe, expect, it } from '@jest/globals';
import { webhookSecret, webhookSecrets } from '../../../dist/nodes/Piapi/webhookSecrets.js';

const urls = { baseUrl: '', uploadUrl: '' };
/** `printf %s n8n-nodes-pihooks:webhook-secret | openssl dgst -sha256 -hmac test-key` */
const DERIVED = '4ccf8d206f6eb5b1048e3e38a928ccae8e5de6f5019ae745b578a85d124b7eb5';
/** The same of `old`. */
const OF_OLD = '6854de71eb1ebd7a448a14e235d839e5d53a2224ba37459cbba22889244ed454';

describe('the secret of PiAPI callbacks', () => {
	it.each([
		['its own', { apiKey: 'test-key', webhookSecret: 'chosen' }, ['chosen']],
		['derived when empty', { apiKey: 'test-key', webhookSecret: '' }, [DERIVED]],
		['derived when blank', { apiKey: 'test-key', webhookSecret: '  ' }, [DERIVED]],
		[
			'both while it changes',
			{ apiKey: 'k', webhookSecret: 'new', previousWebhookSecret: 'old' },
			['new', 'old', OF_OLD],
		],
		[
			'what tasks carry that were created under the previous API key',
			{ apiKey: 'k', webhookSecret: 'new', previousWebhookSecret: 'test-key' },
			['new', 'test-key', DERIVED],
		],
		[
			'not a blank previous one',
			{ apiKey: 'k', webhookSecret: 'new', previousWebhookSecret: ' ' },
			['new'],
		],
		['none without a key', { apiKey: '' }, []],
	])('%s', (_, credential, accepted) => {
		expect(webhookSecrets({ ...urls, ...credential })).toEqual(accepted);
	});

	it('is attached without the white space that a header would lose', () => {
		expect(webhookSecret({ ...urls, apiKey: 'k', webhookSecret: ' s ' })).toBe('s');
	});
});
