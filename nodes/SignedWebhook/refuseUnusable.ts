import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { readCredential } from './credential';
import { publishProblem } from './publishProblem';
import { readParameter } from './readParameter';

/**
 * Nothing is registered with anybody; what n8n calls when it publishes or listens is where a trigger
 * that could not keep its promise is refused.
 *
 * @throws NodeOperationError with the remedy
 */
export async function refuseUnusable(ctx: IHookFunctions): Promise<true> {
	const problem = publishProblem(readParameter(ctx), await readCredential(ctx));
	if (problem) throw new NodeOperationError(ctx.getNode(), problem);
	return true;
}
