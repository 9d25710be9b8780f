import type { IDataObject, ITaskData } from 'n8n-workflow';

import type { Rest } from './rest.mts';

export interface RunOptions {
	/** The trigger to start from; the first one by default. */
	trigger?: string;
	/** Run as far as this node, with it. */
	destination?: string;
	/** What the trigger is to give, such as the message of a chat. */
	items?: IDataObject[];
}

/** A run of the trigger, as if it had happened. */
const gave = (items: IDataObject[]): ITaskData => ({
	...{ startTime: Date.now(), executionTime: 0, executionIndex: 0, executionStatus: 'success' },
	source: [],
	data: { main: [items.map((json) => ({ json }))] },
});

interface Started {
	executionId?: string;
	waitingForWebhook?: boolean;
}

/** Manual runs, as the editor's buttons start them. */
export function runsOf(rest: Rest) {
	async function run(
		workflowId: string,
		{ trigger, destination, items }: RunOptions,
	): Promise<Started> {
		const workflowData = await rest.request<{ nodes: Array<{ name: string; type: string }> }>(
			'GET',
			`/workflows/${workflowId}`,
		);
		const first = workflowData.nodes.find(({ type }) => /trigger$/i.test(type))?.name;
		return await rest.request('POST', `/workflows/${workflowId}/run`, {
			// Older n8n run what they are given, not what they have saved.
			workflowData,
			triggerToStartFrom: { name: trigger ?? first, ...(items && { data: gave(items) }) },
			...(destination && { destinationNode: { nodeName: destination, mode: 'inclusive' } }),
		});
	}

	return {
		/**
		 * Runs the saved workflow by hand and resolves with the execution's id as soon as it has begun.
		 * @throws Error when its trigger waits for a delivery instead: use `listen`
		 */
		async start(workflowId: string, options: RunOptions = {}): Promise<string> {
			const { executionId } = await run(workflowId, options);
			if (executionId) return executionId;
			await rest.request('DELETE', `/test-webhook/${workflowId}`);
			throw new Error('The trigger waits for a delivery: use listen()');
		},
		/** "Listen for test event": one delivery to the trigger's test URL will run it, within 120 s. */
		async listen(workflowId: string, options: RunOptions = {}): Promise<void> {
			const { waitingForWebhook } = await run(workflowId, options);
			if (!waitingForWebhook) throw new Error('This trigger does not wait for deliveries');
		},
		async stopListening(workflowId: string): Promise<void> {
			await rest.request('DELETE', `/test-webhook/${workflowId}`);
		},
	};
}
