import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

/** https://docs.slack.dev: the Events API, slash commands and interactions, which have no event id. */
export const slack: SenderDefinition = {
	name: 'Slack',
	scheme: signedBody('X-Slack-Signature', {
		prefix: 'v0=',
		content: 'v0:{timestamp}:{body}',
		timestamp: { headers: ['X-Slack-Request-Timestamp'], unit: 's' },
	}),
	id: [
		{ path: 'event_id' },
		{ path: 'trigger_id' },
		{ joined: [{ path: 'team_id' }, { path: 'minute_rate_limited' }] },
		{ joined: [{ path: 'view.id' }, { path: 'view.hash' }] },
	],
	type: [{ path: 'event.type' }, { path: 'command' }, { path: 'type' }],
	occurredAt: [{ path: 'event_time' }],
	data: 'event',
	secrets: ['token'],
	handshakes: [
		{
			method: 'POST',
			when: { 'body:type': 'url_verification', 'body:challenge': true },
			proof: 'signature',
			answer: { json: { challenge: '{body:challenge}' } },
		},
		{ method: 'POST', when: { 'body:ssl_check': '1' }, proof: 'signature', answer: { text: '' } },
	],
	// Commands and interactions are forms: Slack shows a JSON answer in the channel, or keeps the modal open.
	answers: [
		{ when: { 'header:content-type': 'application/x-www-form-urlencoded*' }, answer: { text: '' } },
	],
	setup:
		'In your app at api.slack.com: copy <b>Basic Information → Signing Secret</b> into <b>Secret</b> of the credential and publish this workflow. Then paste the <b>production URL</b> above into <b>Event Subscriptions → Request URL</b> (or a slash command, or Interactivity): Slack checks it at once, and the answer is given for you.',
	source: 'docs/reference/senders.md 2',
};
