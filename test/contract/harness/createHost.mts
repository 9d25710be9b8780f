import 'reflect-metadata';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IPinData,
	IWebhookData,
	IWebhookResponseData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataOf } from './additionalDataOf.mts';
import { nodeTypes } from './builtPackage.mts';
import { callHook, type HookMethod } from './callHook.mts';
import { createCredentialsHelper, type CredentialData } from './credentialsHelper.mts';
import { createExecutions, type Execution } from './executions.mts';
import { serve } from './serve.mts';
import type { Impatience } from './losePatience.mts';
import { openTrigger, type OpenTrigger } from './openTrigger.mts';
import { shortenSleep } from './shortenSleep.mts';
import { workflowOf, type NodeUnderTest } from './workflowOf.mts';

export interface HostOptions {
	nodes: NodeUnderTest[];
	credentials: CredentialData;
	workflowId?: string;
	/** What the user has pinned, by the name of the node. */
	pinData?: IPinData;
}

const PATIENCE_MS = 15_000;

let hosts = 0;

shortenSleep();

/**
 * The built nodes in n8n-core's own contexts and engine, behind real HTTP on loopback. What is n8n's
 * own and not published is imitated from what was seen of it (docs/reference/n8n.md 1 to 4).
 */
export async function createHost({
	nodes,
	credentials,
	pinData,
	workflowId = `workflow-${++hosts}`,
}: HostOptions) {
	const staticData: IDataObject = {};
	const helper = createCredentialsHelper(credentials);
	let workflow = workflowOf(workflowId, nodes, staticData);
	const executions = createExecutions(
		() => server.url,
		() => workflow,
		helper,
		pinData,
	);
	/** Executions that cannot be stored: n8n answers 500 then. */
	let refusals = 0;
	let listening = false;
	/** Calls that are not waited for as long as the node would. */
	let impatience: Impatience = () => false;

	async function webhook(node: INode, request: Request, response: Response, execution?: Execution) {
		const mode: WorkflowExecuteMode = execution?.mode ?? (listening ? 'manual' : 'webhook');
		const additional = additionalDataOf(
			server.url,
			workflow,
			mode,
			execution?.id as string,
			helper,
		);
		Object.assign(additional, { httpRequest: request, httpResponse: response });
		const type = nodeTypes.getByNameAndVersion(node.type);
		const description = type.description.webhooks?.[0];
		const data = {
			webhookDescription: description,
			node: node.name,
			workflowId,
			path: '',
		} as unknown as IWebhookData;
		const stored = execution ? structuredClone(execution.data) : null;
		const context = new WebhookContext(workflow, node, additional, mode, data, [], stored);
		return (await type.webhook?.call(context)) as IWebhookResponseData;
	}

	/** What n8n answers with once the run is stored. */
	function responseCodeOf(node: INode): number {
		const [description] = nodeTypes.getByNameAndVersion(node.type).description.webhooks ?? [];
		const { expression } = workflow;
		const code = description?.responseCode;
		return Number(
			expression.getSimpleParameterValue(node, code, 'webhook', {}, undefined, 200) ?? 200,
		);
	}

	async function trigger(request: Request, response: Response) {
		const node = Object.values(workflow.nodes).find(
			({ webhookId }) => webhookId === request.params.id,
		);
		if (!node) return response.status(404).end();
		const result = await webhook(node, request, response);
		if (!result.workflowData)
			return result.noWebhookResponse
				? undefined
				: response.json(result.webhookResponse ?? { message: 'Webhook call received' });
		await turn();
		if (refusals > 0) {
			refusals--;
			return response.status(500).json({ message: 'There was a problem executing the workflow' });
		}
		const execution = executions.insert(
			listening ? 'manual' : 'webhook',
			node,
			result.workflowData,
		);
		if (!result.noWebhookResponse) {
			response.status(responseCodeOf(node));
			if (typeof result.webhookResponse === 'string') response.send(result.webhookResponse);
			else response.json(result.webhookResponse);
		}
		return await executions.run(execution);
	}

	async function waiting(request: Request, response: Response) {
		const execution = executions.all.find(({ id }) => id === request.params.id);
		if (!execution) return response.status(404).end();
		if (request.query.signature !== execution.data.resumeToken)
			return response.status(401).json({ error: 'Invalid token' });
		if (execution.status !== 'waiting')
			return response.status(409).json({ message: 'is running already' });
		const node = workflow.getNode(String(execution.data.resultData.lastNodeExecuted));
		if (!node || request.params.suffix !== node.id) return response.status(404).end();
		const result = await webhook(node, request, response, execution);
		if (result.noWebhookResponse) return undefined;
		if (!result.workflowData) return response.json(result.webhookResponse);
		await turn();
		if (refusals > 0 || execution.status !== 'waiting') {
			refusals = Math.max(0, refusals - 1);
			return response.status(500).json({ message: 'There was a problem executing the workflow' });
		}
		const woken = executions.wake(execution, result.workflowData);
		response.json(result.webhookResponse);
		return await woken;
	}

	const server = await serve({
		'/webhook/:id/webhook': trigger,
		'/webhook-test/:id/webhook': trigger,
		'/webhook-waiting/:id/:suffix': waiting,
	});

	const hook = async (method: HookMethod, name = nodes[0].name ?? nodes[0].type) =>
		await callHook({ workflow, url: server.url, helper, listening, impatience }, method, name);

	/** Starts the node's `trigger()`, as n8n does at publishing (`activate`) and at its own start (`init`). */
	async function open(
		activation: WorkflowActivateMode = 'activate',
		name = nodes[0].name ?? nodes[0].type,
	): Promise<OpenTrigger> {
		const start = (node: INode, items: INodeExecutionData[][]) =>
			void executions.run(executions.insert('trigger', node, items));
		return await openTrigger({ workflow, url: server.url, helper, start }, name, activation);
	}

	/** Runs the workflow on items, up to its end or to where it is parked. */
	async function run(
		items: IDataObject[] = [{}],
		mode: WorkflowExecuteMode = 'trigger',
		binary?: object,
	): Promise<Execution> {
		const start = workflow.getNode('Start') as INode;
		const data = items.map((json) => ({ json, ...(binary && { binary: binary as never }) }));
		return await executions.run(executions.insert(mode, start, [data]));
	}

	/** Starts an execution with what a trigger answered. */
	async function start(
		items: INodeExecutionData[][],
		mode: WorkflowExecuteMode = 'webhook',
	): Promise<Execution> {
		const [node] = Object.values(workflow.nodes);
		return await executions.run(executions.insert(mode, node, items));
	}

	return {
		url: server.url,
		workflowId,
		/** What n8n keeps of the node between activations; shared with it. */
		staticData,
		executions: executions.all,
		webhookUrl: (name = nodes[0].name ?? nodes[0].type) =>
			`${server.url}/${listening ? 'webhook-test' : 'webhook'}/hook-${name}/webhook`,
		run,
		start,
		hook,
		trigger: open,
		/** Hands a request to the trigger past HTTP: what n8n's server did to it before is up to the caller. */
		knock: async (request: Request, response: Response) =>
			await webhook(Object.values(workflow.nodes)[0], request, response),
		/** Starts an execution on the same event once more: a redelivery after a restart, or the user's retry. */
		async again(execution: Execution, mode: WorkflowExecuteMode): Promise<Execution> {
			const [entry] = execution.startedOn;
			return await executions.run(
				executions.insert(mode, entry.node, entry.data.main as INodeExecutionData[][]),
			);
		},
		/** The user's retry of a failed execution, in n8n's list of executions. */
		retry: async (failed: Execution) => await executions.run(executions.copy(failed)),
		/** What n8n does at the deadline of a parked execution. */
		expire: async (execution: Execution) => await executions.wake(execution),
		/** The next executions cannot be stored. */
		refuseNext: (times: number) => (refusals = times),
		/** Has the registration wait for the answers to some calls for a second only. */
		hurry: (calls: Impatience) => (impatience = calls),
		/** Between "Listen for test event" and the first event. */
		listen: (on: boolean) => (listening = on),
		/** Saves the workflow with other nodes. */
		change: (changed: NodeUnderTest[]) => (workflow = workflowOf(workflowId, changed, staticData)),
		/** Waits until an execution has one of the statuses. */
		async settled(execution: Execution, ...statuses: Array<Execution['status']>) {
			for (
				const end = Date.now() + PATIENCE_MS;
				!statuses.includes(execution.status);
				await sleep(2)
			) {
				if (Date.now() > end)
					throw new Error(
						`The execution is still ${execution.status}, not ${statuses.join(' or ')}`,
					);
			}
			return execution;
		},
		close: server.close,
	};
}
