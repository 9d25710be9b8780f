import { describe, expect, it } from '@jest/globals';
import type { Scheme } from '../../../dist/lib/signatures/scheme.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { namedSenders } from '../../../dist/nodes/SignedWebhook/senders/index.js';

interface Vector {
	sender: keyof typeof namedSenders;
	source: string;
	secret: string;
	headers?: Record<string, string>;
	body: string;
	url?: string;
	/** A text of the body, and what a forger would write in its place. */
	forged: [string, string];
	/** ISO. */
	at?: string;
}

const BOX = {
	headers: {
		'box-delivery-timestamp': '2020-01-01T00:00:00-07:00',
		'box-signature-primary': '6TfeAW3A1PASkgboxxA5yqHNKOwFyMWuEXny/FPD5hI=',
		'box-signature-secondary': 'v+1CD1Jdo3muIcbpv5lxxgPglOqMfsNHPV899xWYydo=',
	},
	body: '{"type":"webhook_event","webhook":{"id":"1234567890"},"trigger":"FILE.UPLOADED","source":{"id":"1234567890","type":"file","name":"Test.txt"}}',
	forged: ['Test.txt', 'Tests.txt'] as [string, string],
	at: '2020-01-01T00:02:00-07:00',
};

const TWILIO = 'https://mycompany.com/myapp.php';

const vectors: Vector[] = [
	{
		sender: 'twilio',
		source: 'the tests of twilio-php, a form',
		secret: '12345',
		headers: { 'X-Twilio-Signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
		url: `${TWILIO}?foo=1&bar=2`,
		body: 'Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE',
		forged: ['Digits=1234', 'Digits=1235'],
	},
	{
		sender: 'twilio',
		source: 'the tests of twilio-php, one name several times',
		secret: '12345',
		headers: { 'X-Twilio-Signature': 'IK+Dwps556ElfBT0I3Rgjkr1wJU=' },
		url: `${TWILIO}?foo=1&bar=2`,
		body: 'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
		forged: ['5678', '5679'],
	},
	{
		sender: 'adyen',
		source: 'the tests of adyen-ruby-api-library',
		secret: '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056',
		body: JSON.stringify({
			live: 'false',
			notificationItems: [
				{
					NotificationRequestItem: {
						additionalData: { hmacSignature: 'coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=' },
						amount: { value: 1130, currency: 'EUR' },
						pspReference: '7914073381342284',
						eventCode: 'AUTHORISATION',
						merchantAccountCode: 'TestMerchant',
						merchantReference: 'TestPayment-1407325143704',
						success: 'true',
					},
				},
			],
		}),
		forged: ['1130', '1131'],
	},
	{ sender: 'box', source: 'the tests of box-node-sdk', secret: 'SamplePrimaryKey', ...BOX },
	{
		sender: 'box',
		source: 'the tests of box-node-sdk, by the secondary key',
		secret: 'SampleSecondaryKey',
		...BOX,
	},
	{
		sender: 'bitbucket',
		source: 'the documents of Bitbucket',
		secret: "It's a Secret to Everybody",
		headers: {
			'X-Hub-Signature': 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
		},
		body: 'Hello World!',
		forged: ['World', 'world'],
	},
	{
		sender: 'circleCi',
		source: 'the documents of CircleCI',
		secret: 'secret',
		headers: {
			'circleci-signature': 'v1=734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a',
		},
		body: 'hello world',
		forged: ['world', 'World'],
	},
];

describe.each(vectors)('$sender, as published by $source', (vector) => {
	const { sender, secret, headers = {}, body, forged, url = 'https://n8n.example/', at } = vector;
	const check = (text: string, key: string) =>
		verify(
			namedSenders[sender].scheme as Scheme,
			{ secrets: [key] },
			{
				method: 'POST',
				url,
				isKnownUrl: true,
				rawHeaders: Object.entries(headers).flat(),
				body: Buffer.from(text),
			},
			{ now: at ? Date.parse(at) : Date.now(), tolerance: 300 },
		).authentic;

	it('is authentic, and nothing with another key or another value is', () => {
		expect(check(body, secret)).toBe(true);
		expect(
			check(
				body,
				secret.replace(/.$/, (last) => (last === 'a' ? 'b' : '0')),
			),
		).toBe(false);
		expect(check(body.replace(...forged), secret)).toBe(false);
	});
});
