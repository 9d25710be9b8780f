import type { SenderDefinition } from '../senderDefinition';
import { standardEnvelope } from '../standardSender';

export const openAi: SenderDefinition = {
	name: 'OpenAI',
	...standardEnvelope,
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b> of the project, and its signing secret (<code>whsec_…</code>) into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
