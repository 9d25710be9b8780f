import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';

import { publish, unpublish } from './publish.mts';
import { type Rest, RestError } from './rest.mts';

/** A workflow as it is exported and imported. */
export interface WorkflowJson {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface StoredWorkflow extends WorkflowJson {
	id: string;
	versionId: string;
	active: boolean;
}

/** Workflows, as the editor handles them. */
export function workflowsOf(rest: Rest) {
	const get = async (id: string) => await rest.request<StoredWorkflow>('GET', `/workflows/${id}`);
	return {
		get,
		async create(workflow: WorkflowJson): Promise<StoredWorkflow> {
			// Older n8n ask for `active` (docs/reference/n8n.md 10).
			return await rest.request('POST', '/workflows', { settings: {}, ...workflow, active: false });
		},
		/** Saves a new version; what is published stays as it is. */
		async update(id: string, change: Partial<WorkflowJson>): Promise<StoredWorkflow> {
			return await rest.request('PATCH', `/workflows/${id}`, change);
		},
		/** The workflow with this `id` and content, made where it is not there yet. */
		async put(workflow: WorkflowJson & { id: string }): Promise<StoredWorkflow> {
			try {
				return await this.update(workflow.id, { ...workflow, id: undefined });
			} catch (error) {
				if (!(error instanceof RestError) || ![403, 404].includes(error.status)) throw error;
				return await this.create(workflow);
			}
		},
		/** Publishes the saved version; resolves when its triggers take deliveries. */
		async publish(id: string): Promise<void> {
			await publish(rest, await get(id));
		},
		/** Resolves when its triggers are gone. */
		async unpublish(id: string): Promise<void> {
			await unpublish(rest, id);
		},
		async delete(id: string): Promise<void> {
			await unpublish(rest, id);
			await rest.request('POST', `/workflows/${id}/archive`, {});
			await rest.request('DELETE', `/workflows/${id}`);
		},
	};
}
