import { createHash } from 'node:crypto';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { Registration, RegistrationContext } from './registry';
import { seal, unseal } from './seal';

const KEY = 'registration';

/** The longest that the secret of a replaced registration is accepted, whatever the provider says. */
export const LONGEST_RETRY_HOURS = 48;
export const HOUR_MS = 60 * 60_000;

type Context = RegistrationContext | IWebhookFunctions;

/** What version 0.1.0 called the subscription. */
type Stored = Partial<Registration> & { wish?: string };

/** What n8n stored of this node's registration; `undefined` when nothing, or when it is another node's. */
export function readRegistration(ctx: Context): Registration | undefined {
	const stored = ctx.getWorkflowStaticData('node')[KEY] as Stored | undefined;
	const { id, secret, url, owner, previousSecret, wish } = stored ?? {};
	if (typeof id !== 'string' || typeof secret !== 'string' || typeof url !== 'string')
		return undefined;
	const identity = nodeIdentity(ctx);
	// What an earlier version stored names the node itself, and its secrets are not sealed.
	if (owner !== ownerOf(identity) && owner !== identity) return undefined;
	const previous =
		typeof previousSecret === 'string' ? unseal(previousSecret, identity) : undefined;
	return {
		...(stored as Registration),
		secret: unseal(secret, identity) ?? '',
		previousSecret: previous,
		subscription: stored?.subscription ?? wish,
	};
}

/**
 * n8n saves it once the activation has succeeded, beside the workflow: its command line and its API
 * export that too. So secrets are sealed with what does not go along, n8n's id.
 */
export function storeRegistration(
	ctx: RegistrationContext,
	registration: Omit<Registration, 'owner'>,
): void {
	const staticData: IDataObject = ctx.getWorkflowStaticData('node');
	const { secret, previousSecret } = registration;
	const identity = nodeIdentity(ctx);
	staticData[KEY] = {
		...registration,
		secret: seal(secret, identity),
		...(previousSecret !== undefined && { previousSecret: seal(previousSecret, identity) }),
		owner: ownerOf(identity),
	};
}

/**
 * The secrets that deliveries may be signed with: the current one first. The one before ends with the
 * provider's retries; one that version 0.1.0 stored without a time has ended.
 *
 * @param now ms since the epoch
 */
export function registrationSecrets(ctx: IWebhookFunctions, now: number): string[] {
	const { secret, previousSecret, previousSecretEndsAt = 0 } = readRegistration(ctx) ?? {};
	const left = previousSecretEndsAt - now;
	// More is left than there ever was when the clock was set back.
	const isAccepted = left > 0 && left <= LONGEST_RETRY_HOURS * HOUR_MS;
	return [secret, isAccepted ? previousSecret : undefined].filter((text) => text !== undefined);
}

/** Which node of which workflow in which n8n. */
export function nodeIdentity(ctx: Context): string {
	return [ctx.getInstanceId(), ctx.getWorkflow().id, ctx.getNode().id].join(':');
}

/** Hashed: the instance id in it is part of the sealing key. */
function ownerOf(identity: string): string {
	return createHash('sha256').update(`n8n-nodes-pihooks:owner:${identity}`).digest('hex');
}
