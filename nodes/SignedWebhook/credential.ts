import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Keys } from '../../lib/signatures/scheme';

/** Fields of `signedWebhookApi`. */
export interface SignedWebhookCredential {
	secret: string;
	previousSecret: string;
	publicKey: string;
}

export async function readCredential(
	ctx: IWebhookFunctions | IHookFunctions,
): Promise<SignedWebhookCredential> {
	const { secret, previousSecret, publicKey } =
		await ctx.getCredentials<Partial<SignedWebhookCredential>>('signedWebhookApi');
	return {
		secret: asPasted(secret),
		previousSecret: asPasted(previousSecret),
		publicKey: publicKey ?? '',
	};
}

/** Both secrets are accepted while the sender changes them. */
export function keysOf({ secret, previousSecret, publicKey }: SignedWebhookCredential): Keys {
	return { secrets: [secret, previousSecret], publicKeys: [publicKey] };
}

/**
 * A secret without the line feed or spaces that copying adds, and without the version that Supabase
 * shows before it (`v1,whsec_...`).
 */
function asPasted(secret: string | undefined): string {
	return (secret ?? '').trim().replace(/^v1,(?=whsec_)/, '');
}
