import type { Execution } from '../../../local/client/executions.mts';
import { n8n } from '../world/world.mts';

/** The ended executions of a workflow in which a node ran, the oldest first. */
export async function runsOf(workflowId: string, node: string): Promise<Execution[]> {
	const { executions } = await n8n();
	const ended = await executions.list({ workflowId, status: ['success', 'error', 'crashed'] });
	const all = await Promise.all(ended.reverse().map(async ({ id }) => await executions.get(id)));
	return all.filter(({ data }) => data.resultData.runData[node]);
}

/** Waits until nothing of a workflow is new, running or queued. */
export async function quiet(workflowId: string): Promise<void> {
	const { executions } = await n8n();
	for (;;) {
		const open = await executions.list({ workflowId, status: ['new', 'running'] });
		if (open.length === 0) return;
		await executions.wait(open[0].id);
	}
}
