import type { Execution } from '../../../tools/n8n/client/executions.mts';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import {
	credentialKey,
	isPublishable,
	lacksCredentials,
	readExamples,
	withCredentials,
} from '../../../tools/n8n/examples.mts';
import { n8n } from '../world/world.mts';

/**
 * Imports these examples, chooses their credentials and publishes what has a trigger.
 *
 * @param service of Callback Job, where the credential is of one; its stand-in is at `jobsUrl`
 */
export async function importExamples(
	ids: string[],
	credentials: Credential[],
	{ service, jobsUrl }: { service?: string; jobsUrl?: string } = {},
): Promise<void> {
	const chosen = new Map(
		credentials.map((credential) => [credentialKey(credential.type, service), credential]),
	);
	const { workflows } = await n8n();
	const wanted = readExamples().filter(({ id }) => ids.includes(id));
	await Promise.all(
		wanted.map(async (example) => {
			const ready = withCredentials(example, chosen, jobsUrl);
			if (lacksCredentials(ready)) throw new Error(`${example.id} needs a credential more`);
			await workflows.put(ready);
			if (isPublishable(ready)) await workflows.publish(ready.id);
		}),
	);
}

/** Unpublishes them, so that nothing at a provider is left of them. */
export async function withdrawExamples(ids: string[]): Promise<void> {
	const { workflows } = await n8n();
	await Promise.all(ids.map(async (id) => await workflows.unpublish(id)));
}

/** Waits for the runs that deliveries have started, the oldest first; `count` of them at least. */
export async function startedRuns(workflowId: string, count = 1): Promise<Execution[]> {
	const { executions } = await n8n();
	const ended = { workflowId, status: ['success' as const, 'error' as const] };
	const all = [...(await executions.waitFor(ended, count))].reverse();
	const webhooks = all.filter(({ mode }) => mode === 'webhook');
	return await Promise.all(webhooks.map(async ({ id }) => await executions.get(id)));
}
