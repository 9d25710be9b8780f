import { NodeOperationError, type FunctionsBase, type IDataObject } from 'n8n-workflow';
import { commaList } from '../../lib/text';
import { amount } from './amount';
import { BALANCE_LOW } from './eventOptions';

const LONGEST_DESCRIPTION = 200;

/** What a webhook subscribes to. */
export interface Subscription {
	/** Types and wildcards; with `*` nothing else. */
	events: string[];
	/** Blank for none. */
	description: string;
	/** As it was given; only of use with `account.balance_low`. */
	threshold: unknown;
}

/** Reads a subscription from the fields of a node; nothing is checked. */
export function subscription(given: {
	events: unknown;
	additionalEvents?: unknown;
	description?: unknown;
	threshold?: unknown;
}): Subscription {
	const events = [...new Set([...commaList(given.events), ...commaList(given.additionalEvents)])];
	return {
		events: events.includes('*') ? ['*'] : events,
		description: String(given.description ?? '').trim(),
		threshold: events.includes(BALANCE_LOW) ? given.threshold : '',
	};
}

/**
 * The body of `POST /v1/webhooks`, without the URL (docs/reference/pipai.md 3).
 *
 * @throws NodeOperationError when PipAI would refuse it
 */
export function subscriptionBody(
	ctx: Pick<FunctionsBase, 'getNode'>,
	{ events, description, threshold }: Subscription,
	itemIndex?: number,
): IDataObject {
	const problem = (message: string) =>
		new NodeOperationError(ctx.getNode(), message, { itemIndex });
	if (events.length === 0) throw problem('No event is chosen. Choose at least one, or * for all');
	if (description.length > LONGEST_DESCRIPTION)
		throw problem(
			`The description is longer than the ${LONGEST_DESCRIPTION} characters PipAI takes`,
		);
	const decimal = amount(ctx, threshold, 'Balance Low Threshold', itemIndex);
	if (!decimal && events.includes(BALANCE_LOW))
		throw problem(
			`The event ${BALANCE_LOW} needs a threshold. Choose it in the list of events, then fill in "Balance Low Threshold"`,
		);
	return {
		events,
		...(description && { description }),
		...(decimal && { balance_low_threshold: decimal }),
	};
}
