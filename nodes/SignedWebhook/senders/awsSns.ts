import type { SenderDefinition } from '../senderDefinition';

export const awsSns: SenderDefinition = {
	name: 'AWS SNS',
	scheme: {
		kind: 'publicKey',
		algorithm: {
			at: 'body:SignatureVersion',
			values: { 1: 'rsa-sha1', 2: 'rsa-sha256' },
		},
		signature: { headers: [], at: 'body:Signature' },
		encoding: 'base64',
		content: '{fields:Message,MessageId,Subject,SubscribeURL,Timestamp,Token,TopicArn,Type}',
	},
	id: [{ path: 'MessageId' }],
	type: [{ path: 'Type' }],
	occurredAt: [{ path: 'Timestamp' }],
	keysFrom: {
		certificateAt: 'body:SigningCertURL',
		hosts: /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(?:\.cn)?$/,
	},
	mustRepeat: 'body:TopicArn',
	handshakes: [
		{
			method: 'POST',
			when: { 'body:Type': 'SubscriptionConfirmation', 'body:SubscribeURL': true },
			proof: 'signature',
			answer: {},
			visits: 'body:SubscribeURL',
		},
	],
	setup:
		'Paste the <b>production URL</b> above as an HTTPS subscription of the topic while this workflow is published, and the <b>ARN of the topic</b> into <b>Secret</b> of the credential: deliveries of other topics are refused. The subscription is confirmed for you.',
	source: 'docs/reference/senders.md 5',
};
