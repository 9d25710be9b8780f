import type { SenderDefinition } from '../senderDefinition';
import { standardEnvelope } from '../standardSender';

export const svix: SenderDefinition = {
	name: 'Svix',
	...standardEnvelope,
	setup:
		'Paste the <b>production URL</b> above as an endpoint, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
