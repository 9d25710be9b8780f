import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { startBeats } from './heartbeat';
import { outputs, unfinishedItem } from './items';
import type { WaitState } from './waitState';

/** n8n's own deadline is the net below ours: for a process that died, and its heartbeats with it. */
const NET_MS = 30_000;

interface Parking {
	state: WaitState;
	/** Of the wait, in `waitTable`. */
	key: string;
	/** Where this node is called while the execution is parked. */
	url: string;
}

/**
 * Parks the execution until `collect` resumes it. When that does not happen, n8n passes the node's
 * *input* on without running it again (docs/reference/n8n.md 4). So the input is replaced first by
 * what a timeout gives: each job with its id and `status: "timed_out"`.
 */
export async function park(
	ctx: IExecuteFunctions,
	{ state, key, url }: Parking,
): Promise<INodeExecutionData[][]> {
	const { places, separateFailed, deadline = 0, beatSecret = '', checkEvery = 0 } = state;
	const late = places.map(
		(place, item): INodeExecutionData => ({
			json: 'id' in place ? unfinishedItem(place, 'timed_out') : place.json,
			pairedItem: { item },
		}),
	);
	ctx.getExecuteData().data.main = outputs(late, separateFailed);
	// Without it only the first output is forwarded; from n8n 2.39 on.
	if (separateFailed) ctx.setMetadata({ forwardAllOutputs: true });
	await ctx.putExecutionToWait(new Date(deadline + NET_MS));
	startBeats({ key, url, secret: beatSecret, every: checkEvery, deadline });
	// Non-null data makes n8n remember this node as the one that waits.
	return [ctx.getInputData()];
}
