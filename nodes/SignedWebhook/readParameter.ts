import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Reads a parameter of this node; those that the panel hides have their fallback. */
export type ReadParameter = (name: string, fallback: unknown) => unknown;

/** n8n wants the index of an item while an execution runs, and none before there is one. */
export function readParameter(
	ctx: IWebhookFunctions | IExecuteFunctions | IHookFunctions,
): ReadParameter {
	return 'getInputData' in ctx
		? (name, fallback) => ctx.getNodeParameter(name, 0, fallback)
		: (name, fallback) => ctx.getNodeParameter(name, fallback as object);
}

/** A parameter as text, white space around it dropped. */
export function readText(read: ReadParameter, name: string): string {
	return String(read(name, '') ?? '').trim();
}
