import type { SenderDefinition } from '../senderDefinition';
import { standardSender } from '../standardSender';

export const gitLab: SenderDefinition = {
	name: 'GitLab',
	...standardSender,
	type: [{ header: 'X-Gitlab-Event' }],
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its <b>signing token</b> (<code>whsec_…</code>) into <b>Secret</b> of the credential. For an older secret token choose Secret Header with <code>X-Gitlab-Token</code>.',
	source: 'docs/reference/senders.md 2',
};
