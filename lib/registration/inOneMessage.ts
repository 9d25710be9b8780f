import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { wholeText } from '../http/wholeText';

/**
 * Runs a step of the lifecycle. Of an error at activation only the message reaches the user
 * (docs/reference/n8n.md 3), so what the provider said is put into it.
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
