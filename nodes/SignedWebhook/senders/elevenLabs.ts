import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

export const elevenLabs: SenderDefinition = {
	name: 'ElevenLabs',
	scheme: parts('ElevenLabs-Signature', 'v0='),
	id: [{ hash: 'body' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'event_timestamp' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its secret (<code>wsec_…</code>) into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
