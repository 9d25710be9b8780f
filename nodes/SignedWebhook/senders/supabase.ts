import type { SenderDefinition } from '../senderDefinition';
import { standardSender } from '../standardSender';

export const supabase: SenderDefinition = {
	name: 'Supabase (Auth Hooks)',
	...standardSender,
	setup:
		'Paste the <b>production URL</b> above under <b>Authentication → Hooks</b>, and its secret (<code>v1,whsec_…</code>) into <b>Secret</b> of the credential. For database webhooks choose Secret Header.',
	source: 'docs/reference/senders.md 2',
};
