import type { SenderDefinition } from '../senderDefinition';
import { standardEnvelope } from '../standardSender';

export const resend: SenderDefinition = {
	name: 'Resend',
	...standardEnvelope,
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
