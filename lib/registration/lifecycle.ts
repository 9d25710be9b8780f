import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { unreachableUrlProblem } from '../http/unreachableUrlProblem';
import { decide, delivers, ownEntries, type Plan } from './decide';
import { messageOf } from './messageOf';
import {
	endPublication,
	publicationFailed,
	publicationSucceeded,
	startPublishing,
} from './publication';
import type { Entry, RegistrationContext, Registry } from './registry';
import {
	HOUR_MS,
	LONGEST_RETRY_HOURS,
	nodeIdentity,
	readRegistration,
	storeRegistration,
} from './storedRegistration';

/** The registry as it was found, and what to do about it. */
export interface Look<Known extends Entry = Entry> {
	plan: Plan;
	entries: Known[];
}

/**
 * n8n calls `create` at once when `checkExists` has answered no, on the same static data: what was
 * seen is then still true, and is not asked for again.
 */
const looks = new WeakMap<object, Look & { at: number }>();
const FRESH_MS = 10_000;

/**
 * `checkExists` of a trigger: asks the provider, so that an n8n that calls it on start (before 2.40)
 * heals what was lost meanwhile.
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function isRegistered<Known extends Entry>(
	ctx: IHookFunctions,
	registry: Registry<Known>,
): Promise<boolean> {
	return await publishing(ctx, async () => {
		const seen = await look(ctx, registry, await reachable(ctx, registry));
		const isFine = seen.plan.found === 'fine';
		if (isFine) publicationSucceeded(publicationKey(ctx, webhookUrl(ctx)));
		else looks.set(ctx.getWorkflowStaticData('node'), { ...seen, at: Date.now() });
		return isFine;
	});
}

/**
 * `create` of a trigger: afterwards exactly one entry delivers to its URL, with a secret that n8n
 * stores. May be called again and again: n8n repeats what fails (docs/reference/n8n.md 3).
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function register<Known extends Entry>(
	ctx: IHookFunctions,
	registry: Registry<Known>,
): Promise<boolean> {
	return await publishing(ctx, async () => {
		const url = await reachable(ctx, registry);
		const seen = takeLook<Known>(ctx) ?? (await look(ctx, registry, url));
		const { action, id = '', problem } = seen.plan;
		if (action === 'refuse') {
			publicationFailed(publicationKey(ctx, url), 'refused');
			throw new NodeOperationError(
				ctx.getNode(),
				problem ??
					`The webhook ${id} is paused at ${registry.name}. Resume or delete it there, then publish again`,
			);
		}
		await carryOut(ctx, registry, seen, url);
		publicationSucceeded(publicationKey(ctx, url));
		return true;
	});
}

/**
 * `delete` of a trigger: no entry of ours delivers any more. What n8n stores stays, so that the next
 * activation can switch the same entry on again.
 *
 * After a failed publishing n8n calls it too, and takes an error of it for a trigger that is still
 * published: the next publishing would do nothing. So it fails only where something was registered.
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function unregister(ctx: IHookFunctions, registry: Registry): Promise<boolean> {
	const url = webhookUrl(ctx);
	const failure = await endPublication(publicationKey(ctx, url));
	if (failure === 'refused') return true;
	const stored = readRegistration(ctx);
	const problem = await messageOf(async () => {
		const own = ownEntries(await registry.list(url), stored, url);
		for (const { id } of own.filter(delivers)) await registry.retire(id, stored);
	});
	if (problem !== undefined && stored && !failure)
		throw new NodeOperationError(ctx.getNode(), problem);
	if (problem !== undefined)
		ctx.logger.warn(`${registry.name}: a failed registration could not be cleaned up`, { problem });
	return true;
}

/** Asks the provider, and decides. */
export async function look<Known extends Entry>(
	ctx: RegistrationContext,
	registry: Registry<Known>,
	url: string,
	{ replacesForeign = registry.replacesForeign } = {},
): Promise<Look<Known>> {
	const { subscription } = registry;
	const canEnable = registry.enable !== undefined;
	const entries = await registry.list(url);
	const wanted = { url, subscription, canEnable, replacesForeign };
	return { plan: decide(entries, readRegistration(ctx), wanted), entries };
}

/** Does what was decided, and stores what came of it. */
export async function carryOut<Known extends Entry>(
	ctx: RegistrationContext,
	registry: Registry<Known>,
	{ plan: { action, id = '', retire }, entries }: Look<Known>,
	url: string,
): Promise<void> {
	const stored = readRegistration(ctx);
	// First, so that no two entries of ours ever deliver at once.
	for (const entry of retire) await registry.retire(entry, stored);
	if (action === 'enable') await registry.enable?.(id);
	if (action !== 'create' && action !== 'replace') return;

	const created = await registry.create(url, stored, entries);
	const { subscription, retryHours = LONGEST_RETRY_HOURS } = registry;
	storeRegistration(ctx, {
		...created,
		url,
		...(subscription !== undefined && { subscription }),
		...(stored && {
			previousSecret: stored.secret,
			previousSecretEndsAt: Date.now() + retryHours * HOUR_MS,
		}),
	});
}

/** By node and URL. */
export function publicationKey(ctx: RegistrationContext, url: string): string {
	return `${nodeIdentity(ctx)} ${url}`;
}

/**
 * Runs a step of publishing, and remembers that it has failed. Of an error only the message reaches
 * the user (docs/reference/n8n.md 3), so what the provider said is put into it.
 *
 * @throws NodeOperationError
 */
async function publishing(ctx: IHookFunctions, step: () => Promise<boolean>): Promise<boolean> {
	const key = publicationKey(ctx, webhookUrl(ctx));
	startPublishing(key);
	let result = false;
	const problem = await messageOf(async () => (result = await step()));
	if (problem === undefined) return result;
	publicationFailed(key, 'failed');
	throw new NodeOperationError(ctx.getNode(), problem);
}

function takeLook<Known extends Entry>(ctx: IHookFunctions): Look<Known> | undefined {
	const staticData = ctx.getWorkflowStaticData('node');
	const seen = looks.get(staticData);
	looks.delete(staticData);
	const age = Date.now() - (seen?.at ?? 0);
	return seen && age >= 0 && age < FRESH_MS ? (seen as unknown as Look<Known>) : undefined;
}

async function reachable<Known extends Entry>(
	ctx: IHookFunctions,
	registry: Registry<Known>,
): Promise<string> {
	const url = webhookUrl(ctx);
	const problem = unreachableUrlProblem(url, await registry.baseUrl());
	if (problem) throw new NodeOperationError(ctx.getNode(), problem);
	return url;
}

function webhookUrl(ctx: IHookFunctions): string {
	return ctx.getNodeWebhookUrl('default') ?? '';
}
