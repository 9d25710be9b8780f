import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
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
	/** What went wrong, and where to look. */
	message: string;
	/** What the provider said. */
	description?: string;
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
			const lost = ({ message, description }: Lost): Lost => ({
				message: lostText(message, itemIndex, ifLost ?? ''),
				description,
			});
			if (ifLost) items[itemIndex] = { lost: lost({ message: 'No answer came' }) };
			try {
				const bought = await send();
				items[itemIndex] = { bought };
				return bought;
			} catch (thrown) {
				const error = asNodeError(ctx, thrown, itemIndex);
				Reflect.deleteProperty(items, itemIndex);
				if (!ifLost || didNothing(error)) throw error;
				const kept = lost({ message: error.message, description: error.description ?? undefined });
				items[itemIndex] = { lost: kept };
				throw Object.assign(error, kept);
			}
		},
	};
}

/** Advice that would buy once more. */
const TRY_AGAIN = /(?:\. Try again later| and try again)$/;

/** What went wrong, without the advice to try again. */
function lostText(cause: string, itemIndex: number, where: string): string {
	return (
		`${cause.replace(TRY_AGAIN, '')}. It may have been carried out and billed, so item index ${itemIndex} is not sent again: ` +
		`look at ${where}; if it is not there, run the workflow anew for this item`
	);
}
