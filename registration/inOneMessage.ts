import { NodeApiError, NodeOperationError, type IHookFunctions } from 'n8n-workflow';

/**
 * Runs a step of the lifecycle. Of an error at activation only the message reaches the user
 * (reference/n8n.md 3), so what the provider said is put into it.
 *
 * @throws NodeOperationError
 */
export async function inOneMessage<Result>(
	ctx: IHookFunctions,
	step: () => Promise<Result>,
): Promise<Result> {
	try {
		return await step();
	} catch (error) {
		throw new NodeOperationError(ctx.getNode(), wholeText(error));
	}
}

function wholeText(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// Without an answer, the description names a code of Node's, which n8n would replace the message by.
	const answered = error instanceof NodeApiError && error.httpCode;
	return answered && error.description ? `${message} (${error.description})` : message;
}
