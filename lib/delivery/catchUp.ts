import { createHash } from 'node:crypto';
import type {
	IDataObject,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { bound } from '../bound';
import { messageWithDescription } from '../http/messageWithDescription';
import { claims } from '../inbound/claims';
import { firstPause, growing, isStartOf, jittered, minutesOption, repeat } from '../repeat';
import { commaList } from '../text';
import type { Delivery } from '../signatures/delivery';
import type { AcceptedEvent } from './event';
import { eventKey } from './eventKey';
import type { EventSource } from './eventSource';
import { isWanted } from './isWanted';
import { triggerOptions } from './triggerOptions';

/** In minutes. */
export const DEFAULT_CATCH_UP = 5;

/** Within this time after a start of n8n its triggers have asked, not all at the same moment. */
const FIRST_LOOKS_MS = 30_000;

/** What happened longer ago is not looked for. */
const LONGEST_AGO_MS = 24 * 60 * 60_000;

/** So much earlier than the last look is looked again: clocks differ, and lists lag behind. */
const OVERLAP_MS = 60_000;

/** Where it stands, in the node's static data: all that ended before is known, in ms since the epoch. */
const POSITION = 'caughtUpTo';

/** How many jobs one trigger remembers to have read. */
const MOST_KNOWN = 10_000;

/** What is caught up has no request of its own. */
const NO_DELIVERY: Delivery = { method: 'POST', url: '', rawHeaders: [], body: Buffer.alloc(0) };

/** What a trigger looks for at its provider. */
export interface Search {
	/** In ms since the epoch. */
	endedSince: number;
	/** Is this callback URL the trigger's? */
	isOurs(endpoint: string): boolean;
	/** Of any execution of this n8n: it tells where parked ones are called back. */
	resumeUrl: string | undefined;
	/** The jobs that were read before, by ID: what is read is added. */
	known: Set<string>;
}

/** What a provider finished. */
export interface Missed {
	/** What it would deliver. */
	bodies: IDataObject[];
	/** Whether there is no more. */
	isComplete: boolean;
}

interface CatchUp {
	source: EventSource;
	/** @throws NodeApiError */
	missed(ctx: ITriggerFunctions, search: Search): Promise<Missed>;
}

/**
 * `trigger()` of a trigger whose provider shows what it has finished: asks at each start of n8n and
 * every `catchUpEvery` minutes, since a provider gives up while n8n restarts. What nobody told goes the
 * way of a delivery: parsed, wanted, claimed; `execute()` confirms and settles it. Only where events are
 * told apart by job: no list says what a delivery's own ID was. Never throws.
 */
export async function catchUp(ctx: ITriggerFunctions, how: CatchUp): Promise<ITriggerResponse> {
	const given = ctx.getNodeParameter('options', {}) as IDataObject;
	const every = minutesOption(given.catchUpEvery, DEFAULT_CATCH_UP);
	const { deduplicateBy } = triggerOptions(ctx);
	if (given.catchUp === false || every === 0 || deduplicateBy !== 'job') return {};
	if (ctx.getMode() === 'manual') return {};

	const activation = ctx.getActivationMode();
	const isStart = isStartOf(activation);
	const now = Date.now();
	const staticData = ctx.getWorkflowStaticData('node');
	const stored = Number(staticData[POSITION]);
	if (!isStart || !(stored > 0)) staticData[POSITION] = isStart ? now - LONGEST_AGO_MS : now;
	const first = firstPause(activation, every, FIRST_LOOKS_MS);
	const { stop } = repeat(first, createPass(ctx, how, every));
	return { closeFunction: async () => stop() };
}

/** One look; answers the pause before the next one. */
function createPass(ctx: ITriggerFunctions, { source, missed }: CatchUp, every: number) {
	const take = createTake(ctx, source);
	const addresses = ownAddresses(ctx);
	const known = new Set<string>();
	let failures = 0;

	return async (signal: AbortSignal): Promise<number> => {
		const staticData = ctx.getWorkflowStaticData('node');
		const startedAt = Date.now();
		const position = Math.max(Number(staticData[POSITION]), startedAt - LONGEST_AGO_MS);
		try {
			const search = { endedSince: position - OVERLAP_MS, ...addresses, known };
			const { bodies, isComplete } = await missed(ctx, search);
			bound(known, MOST_KNOWN);
			if (signal.aborted) return every;
			// Before the runs start, since n8n saves it with them.
			if (isComplete) staticData[POSITION] = startedAt;
			for (const body of bodies) await take(body);
			failures = 0;
			return jittered(isComplete ? every : Math.min(every, FIRST_LOOKS_MS));
		} catch (error) {
			const problem = messageWithDescription(error);
			if (failures === 0 && !signal.aborted)
				ctx.logger.warn(`${source.name}: what was missed could not be asked for`, { problem });
			return growing(every, failures++);
		}
	};
}

/** Starts a run of what was missed, unless a delivery of it is known to this process. */
function createTake(ctx: ITriggerFunctions, source: EventSource) {
	// Read here, since n8n evaluates the expressions in parameters only while it starts a trigger.
	const options = triggerOptions(ctx);
	const patterns = commaList(ctx.getNodeParameter('events', ['*']));
	const parameters: IDataObject = { options: ctx.getNodeParameter('options', {}) };
	const known = Object.create(ctx, {
		getNodeParameter: { value: (name: string, other: unknown) => parameters[name] ?? other },
	}) as IWebhookFunctions;
	const scope = `${ctx.getWorkflow().id}:${ctx.getNode().id}`;

	return async (body: IDataObject): Promise<void> => {
		const parsed = source.parse(body, NO_DELIVERY, { authentic: true });
		if (!parsed || 'problem' in parsed) return;
		for (const event of [parsed].flat()) {
			if (!isWanted(patterns, event.type) || source.wanted?.(known, event) === false) continue;
			const key = eventKey(event, 'job');
			const claim = await claims.take(scope, key, options.remember, Date.now());
			if (!claim) continue;
			const { type, id, body: redacted } = event;
			const json: AcceptedEvent = { type, id, key, body: redacted, caughtUp: true };
			ctx.emit([[{ json }]], undefined, undefined, runKey(scope, key));
			claim(true);
		}
	};
}

/** n8n starts one run with it, also after a restart; it is one key for all of n8n, of 255 characters at most. */
function runKey(scope: string, key: string): string {
	const hash = createHash('sha256')
		.update(JSON.stringify([scope, key]))
		.digest('base64url');
	return `n8n-nodes-pihooks:${hash}`;
}

/**
 * Which callback URLs are this trigger's, and where executions are resumed. n8n does not tell a
 * `trigger()` its URL, but each one ends in the node's own webhook ID, and an expression tells where this
 * n8n is called: the same workflow in another n8n has the same ID.
 */
function ownAddresses(ctx: ITriggerFunctions): Pick<Search, 'isOurs' | 'resumeUrl'> {
	const { webhookId } = ctx.getNode();
	const resumeUrl = ownResumeUrl(ctx);
	const home = resumeUrl && new URL(resumeUrl).origin;
	return {
		resumeUrl,
		isOurs(endpoint) {
			if (webhookId === undefined || !URL.canParse(endpoint)) return false;
			const { origin, pathname } = new URL(endpoint);
			if (home !== undefined && origin !== home) return false;
			return pathname.endsWith(`/${webhookId}/webhook`) && !pathname.includes('/webhook-test/');
		},
	};
}

/** `undefined` where n8n does not say: then the webhook ID decides alone. */
function ownResumeUrl(ctx: ITriggerFunctions): string | undefined {
	try {
		// What stands in for a parameter that is not there is evaluated as well.
		const resumeUrl = String(ctx.getNodeParameter('(none)', '={{ $execution.resumeUrl }}'));
		return new URL(resumeUrl).href;
	} catch (error) {
		ctx.logger.debug('The address of this n8n is not known', { error: String(error) });
		return undefined;
	}
}
