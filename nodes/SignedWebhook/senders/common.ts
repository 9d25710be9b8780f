import type { HmacScheme, SecretForm } from '../../../lib/signatures/scheme';

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
