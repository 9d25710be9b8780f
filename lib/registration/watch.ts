import {
	NodeOperationError,
	type IDataObject,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { messageWithDescription } from '../http/messageWithDescription';
import { firstPause, growing, jittered, minutesOption, repeat } from '../repeat';
import { lossText, onPurpose } from './findings';
import { carryOut, look, publicationKey, type Look } from './lifecycle';
import { messageOf } from './messageOf';
import { isPublished, whileHealing } from './publication';
import type { Entry, RegistrationContext, Registry } from './registry';
import { stoppable } from './stoppable';
import { readRegistration } from './storedRegistration';

/** In minutes. */
export const DEFAULT_CHECK_REGISTRATION = 10;

/** Within this time after a start of n8n its triggers have looked, not all at the same moment. */
const FIRST_LOOKS_MS = 60_000;

/**
 * `trigger()` of a trigger with a registration: looks at the provider's registry when n8n starts and
 * every `checkRegistration` minutes. n8n itself looks only when a workflow is published.
 *
 * What is lost is restored, and then told by `emitError`: n8n runs the error workflow, calls this
 * again, and saves the new secret (docs/reference/n8n.md 10). What somebody did on purpose is told
 * once and left as it is. Never throws: n8n would give the trigger up.
 */
export async function watch<Known extends Entry>(
	ctx: ITriggerFunctions,
	registryOf: (ctx: RegistrationContext) => Registry<Known>,
): Promise<ITriggerResponse> {
	const { checkRegistration } = ctx.getNodeParameter('options', {}) as IDataObject;
	const every = minutesOption(checkRegistration, DEFAULT_CHECK_REGISTRATION);
	if (every === 0 || ctx.getMode() === 'manual') return {};

	const controller = new AbortController();
	let registry: Registry<Known> | undefined;
	// Here, since n8n evaluates the expressions in parameters only while it starts a trigger.
	const problem = await messageOf(async () => {
		registry = registryOf(stoppable(ctx, controller.signal));
	});
	if (!registry) {
		ctx.logger.warn(`The registration of ${ctx.getNode().name} is not watched`, { problem });
		return {};
	}
	// Publishing registers at the same time as it calls this, so only a start of n8n is looked at soon.
	const first = firstPause(ctx.getActivationMode(), every, FIRST_LOOKS_MS);
	const { stop } = repeat(first, createStep(ctx, registry, controller, every));
	const closeFunction = async () => {
		controller.abort();
		stop();
	};
	return { closeFunction };
}

/** One look, and what follows from it; answers the pause before the next one. */
function createStep<Known extends Entry>(
	ctx: ITriggerFunctions,
	registry: Registry<Known>,
	controller: AbortController,
	every: number,
) {
	const { signal } = controller;
	const { name } = registry;
	let failures = 0;
	/** What was told last, so that it is told once. */
	let told: string | undefined;
	const tell = (text: string) => {
		if (text !== told) ctx.saveFailedExecution(new NodeOperationError(ctx.getNode(), text));
		told = text;
	};

	/** No loss: the provider may be down, or the key be wrong. */
	function couldNotAsk(error: unknown): number {
		const problem = messageWithDescription(error);
		if (isRefused(error)) tell(`${name} does not show the webhook of this trigger. ${problem}`);
		else if (failures === 0)
			ctx.logger.warn(`${name}: the webhook of ${ctx.getNode().name} could not be checked`, {
				problem,
			});
		return growing(every, failures++);
	}

	async function heal(seen: Look<Known>, url: string): Promise<number> {
		let problem: string | undefined;
		await whileHealing(
			publicationKey(ctx, url),
			() => controller.abort(),
			async () => {
				problem = await messageOf(async () => await carryOut(ctx, registry, seen, url));
			},
		);
		if (signal.aborted) return every;
		const text = lossText(seen.plan, name, problem);
		if (problem === undefined) {
			ctx.emitError(new NodeOperationError(ctx.getNode(), text));
			return every;
		}
		tell(text);
		return growing(every, failures++);
	}

	return async (): Promise<number> => {
		const url = readRegistration(ctx)?.url;
		const mayJudge = () => url !== undefined && isPublished(publicationKey(ctx, url));
		if (url === undefined || !mayJudge()) return jittered(every);
		let seen: Look<Known>;
		try {
			seen = await look(ctx, registry, url, { replacesForeign: false });
		} catch (error) {
			return signal.aborted ? every : couldNotAsk(error);
		}
		// Asked before the workflow was unpublished or published again, answered after it.
		if (signal.aborted || !mayJudge()) return jittered(every);
		const purpose = onPurpose(seen.plan, name);
		if (purpose === undefined && seen.plan.found !== 'fine') return await heal(seen, url);
		failures = 0;
		if (purpose === undefined) told = undefined;
		else tell(purpose);
		return jittered(every);
	};
}

function isRefused(error: unknown): boolean {
	const { httpCode } = error as { httpCode?: unknown };
	return httpCode === '401' || httpCode === '403';
}
