import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { outputs } from './outputs';
import { timedOut } from './timedOut';
import type { WaitState } from './waitState';

/**
 * Parks the execution until `collect` resumes it or the deadline has passed; then n8n passes the
 * node's *input* on without running it again (docs/reference/n8n.md 4). So the input is replaced first by
 * what a timeout gives: each job with its id and `status: "timed_out"`.
 */
export async function park(
	ctx: IExecuteFunctions,
	state: WaitState,
	deadline: Date,
): Promise<INodeExecutionData[][]> {
	const pending = state.places.map(
		(place, item): INodeExecutionData => ({
			json: 'id' in place ? timedOut(place) : place.json,
			pairedItem: { item },
		}),
	);
	ctx.getExecuteData().data.main = outputs(pending, state.separateFailed);
	// Without it only the first output is forwarded; from n8n 2.39 on.
	if (state.separateFailed) ctx.setMetadata({ forwardAllOutputs: true });
	await ctx.putExecutionToWait(deadline);
	// Non-null data makes n8n remember this node as the one that waits.
	return [ctx.getInputData()];
}
