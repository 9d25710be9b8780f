import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { decide, delivers, ownEntries, type Plan } from './decide';
import { inOneMessage } from './inOneMessage';
import { keep, readKept, spare, takeSpared } from './storedRegistration';
import type { Registry } from './registry';
import { unreachableUrl } from '../http/unreachableUrlProblem';

/**
 * `checkExists` of a trigger: asks the provider, so that an n8n that calls it on start (before 2.40)
 * heals what was lost meanwhile.
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function isRegistered(ctx: IHookFunctions, registry: Registry): Promise<boolean> {
	return await inOneMessage(ctx, async () => {
		const { action, retire } = await planFor(ctx, registry, await reachable(ctx, registry));
		return action === 'adopt' && retire.length === 0;
	});
}

/**
 * `create` of a trigger: afterwards exactly one entry delivers to its URL, with a secret that n8n
 * keeps. May be called again and again: n8n repeats what fails (docs/reference/n8n.md 3).
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function register(ctx: IHookFunctions, registry: Registry): Promise<boolean> {
	return await inOneMessage(ctx, async () => {
		const url = await reachable(ctx, registry);
		const plan = await planFor(ctx, registry, url);
		const { action, id = '', retire } = plan;
		if (action === 'refuse') {
			spare(ctx, id);
			throw new NodeOperationError(
				ctx.getNode(),
				`The webhook ${id} is paused at ${registry.name}. Resume or delete it there, then publish again`,
			);
		}
		const kept = readKept(ctx);
		// First, so that no two entries of ours ever deliver at once.
		for (const entry of retire) await registry.retire(entry, kept);
		if (action === 'enable') await registry.enable?.(id);
		if (action === 'adopt' || action === 'enable') return true;

		const created = await registry.create(url, kept);
		const { wish } = registry;
		keep(ctx, {
			...created,
			url,
			...(wish !== undefined && { wish }),
			...(kept && { previousSecret: kept.secret }),
		});
		return true;
	});
}

/**
 * `delete` of a trigger: no entry of ours delivers any more. What n8n keeps stays, so that the next
 * activation can switch the same entry on again.
 *
 * @throws NodeOperationError that says everything in its message
 */
export async function unregister(ctx: IHookFunctions, registry: Registry): Promise<boolean> {
	return await inOneMessage(ctx, async () => {
		const kept = readKept(ctx);
		const own = ownEntries(await registry.list(), kept, webhookUrl(ctx));
		const spared = takeSpared(ctx);
		const ended = own.filter((entry) => delivers(entry) && entry.id !== spared);
		for (const { id } of ended) await registry.retire(id, kept);
		return true;
	});
}

async function planFor(ctx: IHookFunctions, registry: Registry, url: string): Promise<Plan> {
	const canEnable = registry.enable !== undefined;
	return decide(await registry.list(), readKept(ctx), { url, wish: registry.wish, canEnable });
}

async function reachable(ctx: IHookFunctions, registry: Registry): Promise<string> {
	const url = webhookUrl(ctx);
	const problem = unreachableUrl(url, await registry.baseUrl());
	if (problem) throw new NodeOperationError(ctx.getNode(), problem);
	return url;
}

function webhookUrl(ctx: IHookFunctions): string {
	return ctx.getNodeWebhookUrl('default') ?? '';
}
