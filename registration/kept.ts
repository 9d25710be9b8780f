import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Registration } from './registry';

const KEY = 'registration';
const SPARED = 'spared';

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
 * after a failed `create`, on the same static data (reference/n8n.md 3).
 */
export function spare(ctx: IHookFunctions, id: string): void {
	ctx.getWorkflowStaticData('node')[SPARED] = id;
}

/** The entry to spare, told once: the next `delete` is a real one. */
export function takeSpared(ctx: IHookFunctions): unknown {
	const staticData: IDataObject = ctx.getWorkflowStaticData('node');
	const id = staticData[SPARED];
	delete staticData[SPARED];
	return id;
}

/** The secrets that deliveries may be signed with: the current one first. */
export function registrationSecrets(ctx: IWebhookFunctions): string[] {
	const { secret, previousSecret } = readKept(ctx) ?? {};
	return [secret, previousSecret].filter((text) => text !== undefined);
}

function ownerOf(ctx: Keeper): string {
	return [ctx.getInstanceId(), ctx.getWorkflow().id, ctx.getNode().id].join(':');
}
