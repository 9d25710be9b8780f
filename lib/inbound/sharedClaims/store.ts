import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	INodeCredentialsDetails,
	INodeProperties,
	IWebhookFunctions,
} from 'n8n-workflow';
import { SignInError } from '../../http/signInError';
import { textOf } from '../../text';

/** The second credential of triggers of version 1. */
const CREDENTIAL = 'sharedClaimsApi';

/** The Redis that all webhook processes share. */
export interface Store {
	url: string;
	token: string;
	/** The credential that names it. */
	credential: INodeCredentialsDetails | undefined;
}

const WHEN_SHARED = { show: { sharedClaims: [true] } };

/** The end of a provider's credential. n8n can set both texts for all credentials at once. */
export const sharedClaimsFields: INodeProperties[] = [
	{
		displayName: 'Several Webhook Processes',
		name: 'sharedClaims',
		type: 'boolean',
		default: false,
		description:
			'Whether several processes of n8n take webhooks (queue mode). They then share a Redis, so that an event that two of them get at once starts one run.',
	},
	{
		displayName: 'Shared Redis URL',
		name: 'sharedClaimsUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://my-store.upstash.io',
		description:
			'Where the Redis that all processes share is reached over REST, as Upstash serves it',
		displayOptions: WHEN_SHARED,
	},
	{
		displayName: 'Shared Redis Token',
		name: 'sharedClaimsToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'The token of this URL. It must be allowed to write.',
		displayOptions: WHEN_SHARED,
	},
];

/** The store that the node's credentials name, if one does. Never rejects. */
export async function storeOf(
	ctx: IExecuteFunctions | IWebhookFunctions,
): Promise<Store | undefined> {
	for (const [type, credential] of Object.entries(ctx.getNode().credentials ?? {})) {
		const fields = await readCredential(ctx, type);
		const [url, token] =
			type === CREDENTIAL
				? [fields.url, fields.token]
				: [fields.sharedClaimsUrl, fields.sharedClaimsToken];
		if (type === CREDENTIAL || textOf(url).trim())
			return { url: textOf(url).trim(), token: textOf(token).trim(), credential };
	}
	return undefined;
}

/** One that cannot be read names no store: then n8n's own record is what tells duplicates. */
async function readCredential(
	ctx: IExecuteFunctions | IWebhookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	try {
		return await ctx.getCredentials(type);
	} catch (error) {
		ctx.logger.warn(`Shared claims: the credential ${type} could not be read`, {
			error: String(error),
		});
		return {};
	}
}

/** @throws SignInError when the address is not that of a REST API */
export function storeAddress(url: string): URL {
	if (!/^https?:/i.test(url) || !URL.canParse(url))
		throw new SignInError(
			'The URL must be that of the REST API, beginning with https:// (not redis://)',
		);
	return new URL(url);
}
