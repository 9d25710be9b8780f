import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

const DEFAULT_CONCURRENCY = 5;
const DEFAULT_MAX_WAIT = 60;

/** Reads `options`; nonsense from an expression falls back to the default. */
export function waitSettings(ctx: IExecuteFunctions) {
	const options = ctx.getNodeParameter('options', 0, {}) as IDataObject;
	return {
		concurrency: atLeast(1, options.concurrency, DEFAULT_CONCURRENCY),
		/** Minutes. */
		maxWait: atLeast(0, options.maxWait, DEFAULT_MAX_WAIT),
		separateFailed: options.separateFailed === true,
	};
}

function atLeast(least: number, given: unknown, fallback: number): number {
	const number = Number(given ?? fallback);
	return Number.isFinite(number) && number >= least ? number : fallback;
}
