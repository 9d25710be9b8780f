import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionSummary } from '../../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../../tools/n8n/client/waitUntil.mts';
import { n8n } from '../../e2e/world/world.mts';
import { restart } from '../world/cluster.mts';

const QUIET_SECONDS = 60;
/** Between two looks: main has other work. */
const PAUSE_MS = 400;

/** Waits until nothing of the workflow is new or running; answers what crashed or failed. */
export async function settled(workflowId: string): Promise<ExecutionSummary[]> {
	const { executions } = await n8n();
	const quiet = async () => {
		await sleep(PAUSE_MS);
		const open = await executions.list({ workflowId, status: ['new', 'running'] });
		return open.length === 0;
	};
	await waitUntil(`${workflowId} to be quiet`, quiet, QUIET_SECONDS).catch(async () => {
		// What lost its job is looked for every five minutes, and when main starts.
		await restart('main');
		await waitUntil(`${workflowId} to be quiet`, quiet, QUIET_SECONDS);
	});
	return await executions.list({ workflowId, status: ['crashed', 'error'] });
}
