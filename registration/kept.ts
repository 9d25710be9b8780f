import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Registration } from './registry';

const KEY = 'registration';

/** By node and URL, since the test URL has an entry of its own. */
const spared = new Map<string, string>();

type Keeper = IHookFunctions | IWebhookFunctions;

/** What n8n kept of this node's registration; `undefined` when nothing, or when it is another node's. */
export function readKept(ctx: Keeper): Registration | undefined {
	const kept = ctx.getWorkflowStaticData('node')[KEY] as Partial<Registration> | undefined;
	const { id, secret, url, owner } = kept ?? {};
	if (typeof id !== 'string' || typeof secret !== 'string' || typeof url !== 'string')
		return undefined;
	return owner === ownerOf(ctx) ? (kept as Registration) : undefined;
}

/** n8n saves it once the activation has succeeded. */
export function keep(ctx: IHookFunctions, registration: Omit<Registration, 'owner'>): void {
	const staticData: IDataObject = ctx.getWorkflowStaticData('node');
	staticData[KEY] = { ...registration, owner: ownerOf(ctx) };
}

/**
 * Spares an entry that could not be used, but is not ours to remove, the clean-up: n8n calls `delete`
 * after a failed `create`, in the same process; before 2.40 not on the same static data.
 */
export function spare(ctx: IHookFunctions, id: string): void {
	spared.set(placeOf(ctx), id);
}

/** The entry to spare, told once: the next `delete` is a real one. */
export function takeSpared(ctx: IHookFunctions): string | undefined {
	const place = placeOf(ctx);
	const id = spared.get(place);
	spared.delete(place);
	return id;
}

/** The secrets that deliveries may be signed with: the current one first. */
export function registrationSecrets(ctx: IWebhookFunctions): string[] {
	const { secret, previousSecret } = readKept(ctx) ?? {};
	return [secret, previousSecret].filter((text) => text !== undefined);
}

function placeOf(ctx: IHookFunctions): string {
	return `${ownerOf(ctx)} ${ctx.getNodeWebhookUrl('default')}`;
}

function ownerOf(ctx: Keeper): string {
	return [ctx.getInstanceId(), ctx.getWorkflow().id, ctx.getNode().id].join(':');
}
