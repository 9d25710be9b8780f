import type { INodeProperties } from 'n8n-workflow';
import type { SchemeName } from '../senders';

/** What to paste where at the sender, by scheme. */
const PASTE: Record<SchemeName, string> = {
	standardWebhooks:
		'At the sender: add an endpoint with the <b>production URL</b> above and copy its signing secret (<code>whsec_…</code>) into <b>Secret</b> of the credential. Where it signs with a key pair (<code>v1a</code>), copy its public key (<code>whpk_…</code>) into <b>Public Key</b> instead.',
	stripe:
		'In Stripe, under <b>Webhooks</b>: add a destination with the <b>production URL</b> above and the events you want, reveal its <b>signing secret</b> (<code>whsec_…</code>) and paste it into <b>Secret</b> of the credential. Each endpoint, and test mode, has a secret of its own.',
	github:
		'In GitHub, under <b>Settings → Webhooks → Add webhook</b> of the repository, organization or app: paste the <b>production URL</b> above into <b>Payload URL</b>, choose <b>application/json</b>, and type one long random text both there as <b>Secret</b> and here into <b>Secret</b> of the credential.',
	slack:
		'In your app at api.slack.com: copy <b>Basic Information → Signing Secret</b> into <b>Secret</b> of the credential and publish this workflow. Then paste the <b>production URL</b> above into <b>Event Subscriptions → Request URL</b> (or a slash command, or Interactivity): Slack checks it at once, and the answer is given for you.',
	shopify:
		'In Shopify, under <b>Settings → Notifications → Webhooks</b>: create a webhook with the <b>production URL</b> above and format <b>JSON</b>; the secret is shown below the list. For the webhooks of an app it is the <b>client secret</b> of the app. Paste it into <b>Secret</b> of the credential.',
	secretHeader:
		'At the sender: paste the <b>production URL</b> above, and have it send <b>Secret</b> of the credential in the header below. That tells who sent a delivery but protects neither its content nor against a replay: where the sender can sign, choose how it signs.',
	bodyJwt:
		'In LiveKit, under <b>Settings → Webhooks</b>: paste the <b>production URL</b> above and choose the API key that signs. Its <b>API secret</b> goes into <b>Secret</b> of the credential, the API key into <b>Issuer</b>.',
	messageSignature:
		'At the sender: paste the <b>production URL</b> above. Copy its ed25519 public key into <b>Public Key</b> of the credential, or a shared key for HMAC-SHA256 into <b>Secret</b>; the public key goes first where both are set. Signatures must have <code>created</code> and cover <code>content-digest</code>, <code>@method</code> and <code>@target-uri</code>.',
	custom:
		"At the sender: paste the <b>production URL</b> above, and its signing secret into <b>Secret</b> of the credential. Look up the values below in the sender's docs on verifying signatures.",
};

/** One notice per scheme, shown below the choice. */
export const notices: INodeProperties[] = Object.entries(PASTE).map(([scheme, text]) => ({
	displayName: text,
	name: `${scheme}Notice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { scheme: [scheme] } },
}));
