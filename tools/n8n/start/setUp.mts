import type { N8nClient } from '../client.mts';
import { isPublishable, lacksCredentials, readExamples, withCredentials } from '../examples.mts';

const NAME = 'Sandbox';

/**
 * Puts the sandbox's credentials and the examples into n8n, over what an earlier start left of them,
 * and publishes those with a trigger; not those that need a credential of somebody else's.
 * @param jobsUrl where the stand-ins of Callback Job's services are
 * @returns the names of the workflows
 */
export async function setUp(
	n8n: N8nClient,
	data: Record<string, Record<string, unknown>>,
	jobsUrl: string,
): Promise<string[]> {
	const credentials = new Map<string, { id: string; name: string }>();
	for (const [key, fields] of Object.entries(data)) {
		const [type = '', service] = key.split(':');
		const name = service === undefined ? NAME : `${NAME}: ${service}`;
		credentials.set(key, await n8n.credentials.put(type, fields, name));
	}
	const names: string[] = [];
	for (const example of readExamples()) {
		const workflow = withCredentials(example, credentials, jobsUrl);
		await n8n.workflows.put(workflow);
		if (isPublishable(workflow) && !lacksCredentials(workflow)) {
			// The sandbox forgets its registrations when it ends, n8n does not: so register anew.
			await n8n.workflows.unpublish(workflow.id);
			await n8n.workflows.publish(workflow.id);
		}
		names.push(workflow.name);
	}
	return names;
}
