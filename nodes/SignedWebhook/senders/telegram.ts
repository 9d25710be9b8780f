import type { SenderDefinition } from '../senderDefinition';

export const telegram: SenderDefinition = {
	name: 'Telegram',
	scheme: { kind: 'sharedSecret', at: 'header:X-Telegram-Bot-Api-Secret-Token' },
	id: [{ path: 'update_id' }],
	type: [],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above as <code>url</code> of <code>setWebhook</code>, with a <code>secret_token</code> of your own that you type into <b>Secret</b> of the credential too. Nothing is signed.',
	source: 'docs/reference/senders.md 2',
};
