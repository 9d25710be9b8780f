import type { Credential } from '../../../../tools/n8n/client/credentials.mts';
import { CREATE } from '../../support/piapi.mts';
import { saveRow, type Step } from '../../support/workflows.mts';
import { n8n } from '../../world/world.mts';

/**
 * Publishes a workflow that is started by a body `{ prompts, maxWait }` at `path`, waits for a task
 * for each prompt, looks at what was not done in time once more, and ends in `after`.
 *
 * @returns its id
 */
export async function publishWaiting(
	path: string,
	credential: Credential,
	after: Step,
): Promise<string> {
	const piapi = (name: string, parameters: Step['parameters']): Step => ({
		...{ name, type: 'piapi', credentials: [credential], parameters },
	});
	const { workflows } = await n8n();
	const saved = await saveRow('Waits through faults', [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'POST', path },
		},
		{
			name: 'Prompts',
			type: 'n8n-nodes-base.splitOut',
			parameters: {
				fieldToSplitOut: 'body.prompts',
				options: { destinationFieldName: 'prompt' },
			},
		},
		piapi('PiAPI', {
			...CREATE,
			completion: 'wait',
			options: { maxWait: "={{ $('Webhook').first().json.body.maxWait }}", separateFailed: true },
		}),
		piapi('Look again', { resource: 'task', operation: 'get', taskId: '={{ $json.jobId }}' }),
		after,
	]);
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	await workflows.update(saved.id, {
		nodes: saved.nodes,
		connections: { ...saved.connections, PiAPI: { main: [to(after.name), to('Look again')] } },
	});
	await workflows.publish(saved.id);
	return saved.id;
}
