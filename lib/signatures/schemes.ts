import { rfc9421 } from './messageSignature/dialects';
import type {
	HmacScheme,
	JwtScheme,
	MessageSignatureScheme,
	SecretForm,
	SharedSecretScheme,
} from './scheme';

/**
 * For secrets that are issued by the sender, or trimmed by it: white space around them was pasted
 * by mistake.
 */
export const TEXT: SecretForm = { encoding: 'utf8', trim: true };

/** A sender of a MAC of the body, in hex and with SHA-256 unless it is said otherwise. */
export function signedBody(
	header: string,
	{ prefix, ...more }: Partial<Omit<HmacScheme, 'kind' | 'signature'>> & { prefix?: string } = {},
): HmacScheme {
	return {
		kind: 'hmac',
		signature: { headers: [header], ...(prefix !== undefined && { prefix }) },
		algorithm: 'sha256',
		encoding: 'hex',
		content: '{body}',
		secret: TEXT,
		...more,
	};
}

/** A sender whose header has a time and signatures as its parts, such as `t=…,v1=…`. */
export function parts(
	header: string,
	prefix: string,
	{
		separator = ',',
		time = 't=',
		unit = 's' as const,
		...more
	}: Partial<Omit<HmacScheme, 'kind' | 'signature'>> & {
		separator?: string;
		time?: string;
		unit?: 's' | 'ms';
	} = {},
): HmacScheme {
	return {
		...signedBody(header, { content: '{timestamp}.{body}', ...more }),
		signature: { headers: [header], separator, prefix, trimParts: true },
		timestamp: { prefix: time, unit },
	};
}

/**
 * https://www.standardwebhooks.com and the `svix-*` headers it grew out of; `v1a` with a public
 * key.
 */
export const standardWebhooks: HmacScheme = {
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

/** Any sender that repeats our secret in a header. */
export const secretHeader = (header: string): SharedSecretScheme => ({
	kind: 'sharedSecret',
	at: `header:${header}`,
});

/**
 * A JWT whose claim has the body's SHA-256, as LiveKit sends it (docs/reference/livekit.md); with
 * `anyIssuer` the secret alone tells who sent it.
 */
export const bodyJwt = (
	header: string,
	{ anyIssuer }: Pick<JwtScheme, 'anyIssuer'> = {},
): JwtScheme => ({
	kind: 'jwt',
	header,
	algorithms: ['HS256'],
	digest: { claim: 'sha256', encoding: 'base64' },
	leeway: 10,
	secret: TEXT,
	...(anyIssuer && { anyIssuer }),
});

/** RFC 9421 with ed25519 and a public key. */
export const rfc9421Ed25519: MessageSignatureScheme = {
	kind: 'messageSignature',
	algorithm: 'ed25519',
	dialects: [rfc9421],
	covers: ['body', 'method', 'target'],
	secret: TEXT,
};

/** RFC 9421 with HMAC-SHA256 and a secret. */
export const rfc9421Hmac: MessageSignatureScheme = { ...rfc9421Ed25519, algorithm: 'hmac-sha256' };
