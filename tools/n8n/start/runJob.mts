import type { Sandbox } from '../../sandbox/index.mts';
import { errorOf, type Execution } from '../client/executions.mts';
import { waitUntil } from '../client/waitUntil.mts';
import type { N8nClient } from '../client.mts';
import { present } from '../../present.mts';

/** The example that creates a task and hands it over, and the one that takes the callback. */
const CREATE = 'piapi-notify-create';
const RECEIVE = 'piapi-notify-receive';
const JOB_SECONDS = 60;

/** One job, and what was seen of it on both sides. */
export interface Job {
	created: Execution;
	received: Execution;
	task: ReturnType<Sandbox['piapi']['task']>;
	delivery: ReturnType<Sandbox['piapi']['deliveries']>[number];
}

function succeeded(execution: Execution, name: string): Execution {
	if (execution.status === 'success') return execution;
	throw new Error(
		`${name} ended with ${execution.status}: ${errorOf(execution) ?? 'no reason given'}`,
	);
}

/**
 * Runs the workflow that creates a task and waits until its callback has run the other one.
 * @throws Error in one line with where the job stopped
 */
export async function runJob(n8n: N8nClient, { piapi }: Sandbox): Promise<Job> {
	const tasksBefore = piapi.tasks().length;
	const runsBefore = new Set(
		(await n8n.executions.list({ workflowId: RECEIVE })).map(({ id }) => id),
	);

	const executionId = await n8n.runs.start(CREATE);
	const created = succeeded(
		await n8n.executions.wait(executionId),
		'The workflow that creates the task',
	);
	const task = piapi.tasks()[tasksBefore];
	if (!task) throw new Error('The workflow ran but created no task at the sandbox');

	const about = { taskId: task.id };
	const delivery = await waitUntil(
		'the sandbox to deliver the callback',
		async () => piapi.deliveries({ about }).find(({ attempts }) => attempts.length > 0),
		JOB_SECONDS,
	);
	const { status, body, error } = present(delivery.attempts[0], 'The attempt').answer;
	if (status !== 200) throw new Error(`The callback was answered ${status ?? error}: ${body}`);

	const run = await waitUntil(
		'the callback to start a run',
		async () => {
			const runs = await n8n.executions.list({ workflowId: RECEIVE });
			return runs.find(({ id }) => !runsBefore.has(id));
		},
		JOB_SECONDS,
	);
	const received = succeeded(
		await n8n.executions.wait(run.id),
		'The run that the callback started',
	);
	return { created, received, task: piapi.task({ id: task.id }), delivery };
}
