import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** What this run of the node has bought already, by the index of the item. */
export interface Purchases<T> {
	of(itemIndex: number): T | undefined;
	/** To be called as soon as the provider has answered. */
	keep(itemIndex: number, bought: T): void;
}

const KEY = 'pihooksBought';

interface Kept<T> {
	/** The execution and the round: another round of a loop buys anew, and so does another execution. */
	run: string;
	items: Record<string, T>;
}

/**
 * Keeps what was bought in the node's context, which n8n keeps when it runs the node again because of
 * Retry On Fail: the next try goes on where this one stopped, and buys nothing twice.
 */
export function purchases<T extends object>(ctx: IExecuteFunctions): Purchases<T> {
	const context = ctx.getContext('node') as IDataObject & { [KEY]?: Kept<T> };
	const run = `${ctx.getExecutionId()}:${String(ctx.evaluateExpression('{{ $runIndex }}', 0))}`;
	const kept = context[KEY]?.run === run ? context[KEY] : (context[KEY] = { run, items: {} });
	return {
		of: (itemIndex) => kept.items[itemIndex],
		keep(itemIndex, bought) {
			kept.items[itemIndex] = bought;
		},
	};
}
