import type { N8nClient } from '../../../tools/n8n/client.mts';
import type { Execution } from '../../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../../tools/n8n/client/waitUntil.mts';
import { n8n } from '../world/world.mts';

/** The ended executions of a workflow in which a node ran, the oldest first. */
export async function runsOf(
	workflowId: string,
	node: string,
	client?: N8nClient,
): Promise<Execution[]> {
	const { executions } = client ?? (await n8n());
	const ended = await executions.list({ workflowId, status: ['success', 'error', 'crashed'] });
	const all = await Promise.all(ended.reverse().map(async ({ id }) => await executions.get(id)));
	return all.filter(({ data }) => data.resultData.runData[node]);
}

/** Waits until nothing of a workflow is new, running or queued; what is parked may stay so. */
export async function quiet(workflowId: string, client?: N8nClient): Promise<void> {
	const { executions } = client ?? (await n8n());
	const isQuiet = async () =>
		(await executions.list({ workflowId, status: ['new', 'running'] })).length === 0;
	await waitUntil(`nothing of workflow ${workflowId} to run`, isQuiet, 300);
}
