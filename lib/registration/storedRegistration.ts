import { createHash } from 'node:crypto';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Registration } from './registry';
import { seal, unseal } from './seal';

const KEY = 'registration';

/** By node and URL, since the test URL has an entry of its own. */
const spared = new Map<string, string>();

type Keeper = IHookFunctions | IWebhookFunctions;

/** What n8n kept of this node's registration; `undefined` when nothing, or when it is another node's. */
export function readKept(ctx: Keeper): Registration | undefined {
	const kept = ctx.getWorkflowStaticData('node')[KEY] as Partial<Registration> | undefined;
	const { id, secret, url, owner, previousSecret } = kept ?? {};
	if (typeof id !== 'string' || typeof secret !== 'string' || typeof url !== 'string')
		return undefined;
	const place = placeOf(ctx);
	// What an earlier version kept names the place itself, and its secrets are not sealed.
	if (owner !== ownerOf(place) && owner !== place) return undefined;
	const opened = unseal(secret, place) ?? '';
	const previous = typeof previousSecret === 'string' ? unseal(previousSecret, place) : undefined;
	return { ...(kept as Registration), secret: opened, previousSecret: previous };
}

/**
 * n8n saves it once the activation has succeeded, beside the workflow: its command line and its API
 * export that too. So secrets are sealed with what does not go along, n8n's id.
 */
export function keep(ctx: IHookFunctions, registration: Omit<Registration, 'owner'>): void {
	const staticData: IDataObject = ctx.getWorkflowStaticData('node');
	const { secret, previousSecret } = registration;
	const place = placeOf(ctx);
	staticData[KEY] = {
		...registration,
		secret: seal(secret, place),
		...(previousSecret !== undefined && { previousSecret: seal(previousSecret, place) }),
		owner: ownerOf(place),
	};
}

/**
 * Spares an entry that could not be used, but is not ours to remove, the clean-up: n8n calls `delete`
 * after a failed `create`, in the same process; before 2.40 not on the same static data.
 */
export function spare(ctx: IHookFunctions, id: string): void {
	spared.set(entryOf(ctx), id);
}

/** The entry to spare, told once: the next `delete` is a real one. */
export function takeSpared(ctx: IHookFunctions): string | undefined {
	const entry = entryOf(ctx);
	const id = spared.get(entry);
	spared.delete(entry);
	return id;
}

/** The secrets that deliveries may be signed with: the current one first. */
export function registrationSecrets(ctx: IWebhookFunctions): string[] {
	const { secret, previousSecret } = readKept(ctx) ?? {};
	return [secret, previousSecret].filter((text) => text !== undefined);
}

/** The trigger in its n8n, and its URL: in test there is another. */
function entryOf(ctx: IHookFunctions): string {
	return `${placeOf(ctx)} ${ctx.getNodeWebhookUrl('default')}`;
}

function placeOf(ctx: Keeper): string {
	return [ctx.getInstanceId(), ctx.getWorkflow().id, ctx.getNode().id].join(':');
}

/** Tells the place without giving n8n's id away, which opens what is sealed. */
function ownerOf(place: string): string {
	return createHash('sha256').update(`n8n-nodes-pihooks:owner:${place}`).digest('hex');
}
