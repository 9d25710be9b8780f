import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Keys } from '../../lib/signatures/scheme';

/** Fields of `signedWebhookApi`. */
export interface SignedWebhookCredential {
	secret: string;
	previousSecret: string;
	publicKey: string;
	/** Of basic authentication. */
	username: string;
	/** How the secret is written, for schemes that are put together in the form. */
	keyEncoding: 'text' | 'hex' | 'base64';
	/** Where the sender shows its public keys. */
	jwksUrl: string;
}

export async function readCredential(
	ctx: IWebhookFunctions | IHookFunctions,
): Promise<SignedWebhookCredential> {
	const { secret, previousSecret, publicKey, username, keyEncoding, jwksUrl } =
		await ctx.getCredentials<Partial<SignedWebhookCredential>>('signedWebhookApi');
	return {
		secret: asPasted(secret),
		previousSecret: asPasted(previousSecret),
		publicKey: publicKey ?? '',
		username: username ?? '',
		keyEncoding: keyEncoding === 'hex' || keyEncoding === 'base64' ? keyEncoding : 'text',
		jwksUrl: (jwksUrl ?? '').trim(),
	};
}

/** Both secrets are accepted while the sender changes them. */
export function keysOf({
	secret,
	previousSecret,
	publicKey,
	username,
}: SignedWebhookCredential): Keys {
	return { secrets: [secret, previousSecret], publicKeys: [publicKey], username };
}

/**
 * A secret without the line feed or spaces that copying adds, and without the version that Supabase
 * shows before it (`v1,whsec_...`).
 */
function asPasted(secret: string | undefined): string {
	return (secret ?? '').trim().replace(/^v1,(?=whsec_)/, '');
}
