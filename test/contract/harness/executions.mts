import { randomBytes } from 'node:crypto';
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ICredentialsHelper,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type IPinData,
	type IRunExecutionData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataOf } from './additionalDataOf.mts';

export interface Execution {
	id: string;
	mode: WorkflowExecuteMode;
	status: 'running' | 'waiting' | 'success' | 'error';
	/** How often it was woken, by a callback or by its deadline. */
	resumes: number;
	data: IRunExecutionData;
	/** What it began with. */
	startedOn: IExecuteData[];
	/** The items that reached the end of the workflow. */
	items: INodeExecutionData[];
	error?: Error & { description?: string; httpCode?: string; context?: Record<string, unknown> };
}

/** As in n8n's database, no two executions of a process have the same. */
let ids = 0;

/** Runs executions with n8n-core's own engine and keeps them, as n8n's database does. */
export function createExecutions(
	url: () => string,
	workflow: () => Workflow,
	helper: ICredentialsHelper,
	pinData?: IPinData,
) {
	const all: Execution[] = [];

	function insert(
		mode: WorkflowExecuteMode,
		node: INode,
		items: INodeExecutionData[][],
	): Execution {
		const startedOn: IExecuteData[] = [{ node, data: { main: items }, source: null }];
		const data = createRunExecutionData({
			resumeToken: randomBytes(32).toString('hex'),
			...(pinData && { resultData: { pinData } }),
			executionData: { nodeExecutionStack: structuredClone(startedOn) },
		});
		const execution: Execution = {
			id: String(++ids),
			mode,
			status: 'running',
			resumes: 0,
			data,
			startedOn,
			items: [],
		};
		all.push(execution);
		return execution;
	}

	/** The user's retry of a failed execution: n8n keeps all of its data but the error. */
	function copy(failed: Execution): Execution {
		const execution = insert('retry', failed.startedOn[0].node, []);
		const data = structuredClone(failed.data);
		const { resultData } = data;
		delete resultData.error;
		const rounds = resultData.runData[resultData.lastNodeExecuted ?? ''];
		if (rounds?.at(-1)?.error) rounds.pop();
		execution.data = { ...data, resumeToken: execution.data.resumeToken };
		return execution;
	}

	async function run(execution: Execution): Promise<Execution> {
		const additional = additionalDataOf(url(), workflow(), execution.mode, execution.id, helper);
		// What is stored is a copy: nothing that a run changes afterwards is seen by others.
		const engine = new WorkflowExecute(additional, execution.mode, structuredClone(execution.data));
		const { data, waitTill } = await engine.processRunExecutionData(workflow());
		execution.data = data;
		execution.error = data.resultData.error as Execution['error'];
		execution.status = execution.error ? 'error' : waitTill ? 'waiting' : 'success';
		execution.items = (data.resultData.runData.End ?? []).flatMap(
			(round) => round.data?.main[0] ?? [],
		);
		return execution;
	}

	/** Takes a waiting execution up again, once: of several at the same moment one wins. */
	async function wake(execution: Execution, items?: INodeExecutionData[][]): Promise<boolean> {
		if (execution.status !== 'waiting') return false;
		execution.status = 'running';
		execution.resumes++;
		const [entry] = execution.data.executionData?.nodeExecutionStack ?? [];
		if (items) {
			entry.data.main = items;
			entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
		}
		await run(execution);
		return true;
	}

	return { all, insert, copy, run, wake };
}
