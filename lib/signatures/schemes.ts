import { pipevest, rfc9421 } from './messageSignature/dialects';
import type {
	JwtScheme,
	HmacScheme,
	MessageSignatureScheme,
	SecretForm,
	SharedSecretScheme,
} from './scheme';

/**
 * For secrets that are issued by the sender, or trimmed by it: white space around them was pasted
 * by mistake.
 */
const TRIMMED: SecretForm = { encoding: 'utf8', trim: true };

/** Any sender that repeats our secret in a header. */
const secretHeader = (header: string): SharedSecretScheme => ({
	kind: 'sharedSecret',
	at: `header:${header}`,
});

/**
 * https://www.standardwebhooks.com and the `svix-*` headers it grew out of; `v1a` with a public
 * key.
 */
const standardWebhooks: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['webhook-signature', 'svix-signature'], separator: ' ', prefix: 'v1,' },
	algorithm: 'sha256',
	encoding: 'base64',
	content: '{id}.{timestamp}.{body}',
	timestamp: { headers: ['webhook-timestamp', 'svix-timestamp'], unit: 's' },
	id: { headers: ['webhook-id', 'svix-id'] },
	secret: { encoding: 'base64', prefix: 'whsec_', trim: true },
	ed25519: { prefix: 'v1a,' },
};

/** https://docs.stripe.com/webhooks: `t=…,v1=…` in any order, one `v1` per secret in use. */
const stripe: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['Stripe-Signature'], separator: ',', prefix: 'v1=', trimParts: true },
	algorithm: 'sha256',
	encoding: 'hex',
	content: '{timestamp}.{body}',
	timestamp: { prefix: 't=', unit: 's' },
	secret: TRIMMED,
};

/** https://docs.github.com/webhooks: the secret is the user's own, taken as it is typed. */
const github: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['X-Hub-Signature-256'], prefix: 'sha256=' },
	algorithm: 'sha256',
	encoding: 'hex',
	content: '{body}',
	secret: { encoding: 'utf8' },
};

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
const slack: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['X-Slack-Signature'], prefix: 'v0=' },
	algorithm: 'sha256',
	encoding: 'hex',
	content: 'v0:{timestamp}:{body}',
	timestamp: { headers: ['X-Slack-Request-Timestamp'], unit: 's' },
	secret: TRIMMED,
};

/** https://shopify.dev/docs/apps/build/webhooks */
const shopify: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['X-Shopify-Hmac-SHA256'] },
	algorithm: 'sha256',
	encoding: 'base64',
	content: '{body}',
	secret: TRIMMED,
};

/** docs/reference/pi.md 6; the provider trims the secret (5). */
const pi: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['X-Pi-Signature'], prefix: 'sha256=' },
	algorithm: 'sha256',
	encoding: 'hex',
	content: '{body}',
	secret: TRIMMED,
};

/** docs/reference/pipai.md 4 */
const pipai: HmacScheme = {
	kind: 'hmac',
	signature: { headers: ['X-PipAI-Signature'] },
	algorithm: 'sha256',
	encoding: 'hex',
	content: '{timestamp}.{body}',
	timestamp: { headers: ['X-PipAI-Timestamp'], unit: 'ms' },
	secret: TRIMMED,
};

/** docs/reference/livekit.md; issuers are the API keys, secrets their API secrets. */
const livekit: JwtScheme = {
	kind: 'jwt',
	header: 'Authorization',
	algorithms: ['HS256'],
	digest: { claim: 'sha256', encoding: 'base64' },
	leeway: 10,
	secret: TRIMMED,
};

/** LiveKit's way in any header; with `anyIssuer` the secret alone tells who sent it. */
const bodyJwt = (header: string, { anyIssuer }: Pick<JwtScheme, 'anyIssuer'>): JwtScheme => ({
	...livekit,
	header,
	anyIssuer,
});

/** RFC 9421 with ed25519 and a public key. */
const rfc9421Ed25519: MessageSignatureScheme = {
	kind: 'messageSignature',
	algorithm: 'ed25519',
	dialects: [rfc9421],
	covers: ['body', 'method', 'target'],
	secret: TRIMMED,
};

/** RFC 9421 with HMAC-SHA256 and a secret. */
const rfc9421Hmac: MessageSignatureScheme = { ...rfc9421Ed25519, algorithm: 'hmac-sha256' };

/**
 * docs/reference/pipevest.md 4 and 6. The documents show a dialect but name the RFC, and do
 * not show a delivery: each way to read them is accepted, since each needs the provider's private
 * key.
 */
const pipevestDelivery: MessageSignatureScheme = {
	...rfc9421Ed25519,
	dialects: [
		rfc9421,
		pipevest,
		{ ...pipevest, signs: 'base' },
		{ ...pipevest, targetUri: 'whole' },
		{ ...rfc9421, names: 'any' },
	],
};

/** How the senders we know sign, as data. */
export const schemes = {
	secretHeader,
	standardWebhooks,
	stripe,
	github,
	slack,
	shopify,
	pi,
	pipai,
	livekit,
	bodyJwt,
	rfc9421Ed25519,
	rfc9421Hmac,
	pipevest: pipevestDelivery,
};
