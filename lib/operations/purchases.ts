import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import { didNothing } from '../http/didNothing';
import { nodeRun } from '../http/nodeRun';
import { asNodeError } from './asNodeError';

/** What this run of the node has bought already, by the index of the item. */
export interface Purchases<T> {
	of(itemIndex: number): T | undefined;
	/** @throws NodeOperationError when a try before this one has sent the item, and its answer was lost */
	refuseLost(itemIndex: number): void;
	/**
	 * Sends the call of an item, and keeps what it answers.
	 *
	 * @param ifLost where the user finds out what became of a call without an answer, which is not sent
	 * again then; nothing where sending it twice buys nothing twice
	 * @throws what `send` throws; with other words where the provider may have carried it out
	 */
	buy(itemIndex: number, send: () => Promise<T>, ifLost: string | undefined): Promise<T>;
}

const KEY = 'pihooksBought';

/** Sent, but what became of it is not known. */
interface Lost {
	message: string;
	/** What went wrong with the answer. */
	description: string;
}

interface Kept<T> {
	run: string | undefined;
	items: Record<string, { bought: T } | { lost: Lost }>;
}

/**
 * Keeps what was bought in the node's context, which n8n keeps when it runs the node again because of
 * Retry On Fail and when the user retries the execution: the next try goes on where this one stopped,
 * and buys nothing twice. That a call was sent is kept before it is sent, so that a lost answer counts.
 */
export function purchases<T extends object>(ctx: IExecuteFunctions): Purchases<T> {
	const context = ctx.getContext('node') as IDataObject & { [KEY]?: Kept<T> };
	const run = nodeRun(ctx);
	const before = context[KEY];
	const { items } = before && before.run === run ? before : (context[KEY] = { run, items: {} });
	return {
		of(itemIndex) {
			const kept = items[itemIndex];
			return kept && 'bought' in kept ? kept.bought : undefined;
		},
		refuseLost(itemIndex) {
			const kept = items[itemIndex];
			if (!kept || !('lost' in kept)) return;
			const { message, description } = kept.lost;
			throw new NodeOperationError(ctx.getNode(), message, { itemIndex, description });
		},
		async buy(itemIndex, send, ifLost) {
			const message = ifLost && lostText(itemIndex, ifLost);
			if (message) items[itemIndex] = { lost: { message, description: 'No answer came' } };
			try {
				const bought = await send();
				items[itemIndex] = { bought };
				return bought;
			} catch (thrown) {
				const error = asNodeError(ctx, thrown, itemIndex);
				if (!message || didNothing(error)) {
					Reflect.deleteProperty(items, itemIndex);
					throw error;
				}
				const description = descriptionOf(error);
				items[itemIndex] = { lost: { message, description } };
				throw Object.assign(error, { message, description });
			}
		},
	};
}

function lostText(itemIndex: number, where: string): string {
	return (
		`The answer for item index ${itemIndex} was lost. It may have been carried out and billed, so it is not sent again. ` +
		`Look at ${where}; if it is not there, run the workflow anew for this item`
	);
}

/** What was answered instead. The message of an API error advises to try again, which is wrong here. */
function descriptionOf(error: NodeApiError | NodeOperationError): string {
	return (error instanceof NodeApiError && error.description) || error.message;
}
