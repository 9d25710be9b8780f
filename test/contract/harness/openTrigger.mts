import { TriggerContext } from 'n8n-core';
import type {
	ICredentialsHelper,
	INode,
	INodeExecutionData,
	ITriggerResponse,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { additionalDataOf } from './additionalDataOf.mts';
import { nodeTypes } from './builtPackage.mts';

interface Situation {
	workflow: Workflow;
	url: string;
	helper: ICredentialsHelper;
	/** Starts an execution on what the trigger emitted. */
	start(node: INode, items: INodeExecutionData[][]): void;
}

/** What n8n knows of a trigger that runs by itself. */
export interface OpenTrigger {
	/** What `emitError` told, which n8n's error workflow gets; the trigger was started again after each. */
	errors: Error[];
	/** What `saveFailedExecution` told, which n8n's error workflow gets too. */
	failures: Error[];
	/** The deduplication keys of what was emitted, in their order. */
	emittedKeys: Array<string | undefined>;
	/** How often n8n has started it. */
	starts(): number;
	/** Resolves when n8n has started it again after an error. */
	recovered(): Promise<void>;
	/** What n8n does when the workflow is unpublished, and when it shuts down. */
	close(): Promise<void>;
}

type Emit = (
	data: INodeExecutionData[][],
	response?: unknown,
	done?: unknown,
	deduplicationKey?: string,
) => void;

/**
 * Runs a node's `trigger()` as n8n 2.41 does: after `emitError` it is closed and started again, with
 * the same context and activation mode (docs/reference/n8n.md, Hybrid triggers).
 */
export async function openTrigger(
	{ workflow, url, helper, start }: Situation,
	name: string,
	activation: WorkflowActivateMode,
): Promise<OpenTrigger> {
	const node = workflow.getNode(name) as INode;
	const type = nodeTypes.getByNameAndVersion(node.type);
	const additional = additionalDataOf(url, workflow, 'trigger', '', helper);
	const [errors, failures]: Error[][] = [[], []];
	const emittedKeys: Array<string | undefined> = [];
	const seen = new Set<string>();
	let response: ITriggerResponse | undefined;
	let recovery = Promise.resolve();
	let starts = 0;

	const emit: Emit = (data, _response, _done, key) => {
		emittedKeys.push(key);
		// n8n's database takes each key once.
		if (key !== undefined && seen.has(key)) return;
		if (key !== undefined) seen.add(key);
		start(node, data);
	};
	const emitError = (error: Error) => {
		errors.push(error);
		recovery = recovery.then(async () => {
			await response?.closeFunction?.();
			await run();
		});
	};
	const saveFailedExecution = (error: Error) => void failures.push(error);
	async function run() {
		starts++;
		const context = new TriggerContext(
			workflow,
			node,
			additional,
			'trigger',
			activation,
			emit,
			emitError,
			saveFailedExecution as never,
		);
		response = await type.trigger?.call(context);
	}

	await run();
	return {
		errors,
		failures,
		emittedKeys,
		starts: () => starts,
		recovered: async () => await recovery,
		close: async () => await response?.closeFunction?.(),
	};
}
