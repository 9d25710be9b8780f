import { itemsOf } from '../client/executions.mts';
import type { Job } from './runJob.mts';
import { present } from '../../present.mts';

const WIDTH = 20;

/** What happened to the job, one line each, with seconds since it began. */
export function trace({ created, received, task, delivery }: Job): string {
	const begin = Date.parse(created.startedAt ?? '') || task.createdAt;
	const { sent, answer } = present(delivery.attempts[0], 'The attempt');
	const lines: Array<[at: number, what: string, detail: string]> = [];
	const add = (at: number, what: string, detail: string) => lines.push([at, what, detail]);

	const [trigger = ''] = Object.keys(received.data.resultData.runData);
	const results = itemsOf(received, trigger).flatMap(({ json }) => json.resultUrls ?? []);
	const secret = Object.keys(sent.headers).find((name) => name.startsWith('x-')) ?? 'nothing';

	add(begin, 'workflow started', `${created.workflowId} by hand, execution ${created.id}`);
	add(task.createdAt, 'task created', `${task.id}, ${task.model} ${task.taskType}`);
	add(task.createdAt, 'webhook attached', task.webhook.endpoint);
	add(answer.sentAt, 'delivery received', `${task.state}, ${sent.body.length} bytes`);
	add(answer.sentAt, 'verified', `${secret} is ours, the delivery is fresh and new`);
	add(
		Date.parse(received.startedAt ?? ''),
		'run started',
		`${received.workflowId}, execution ${received.id}`,
	);
	add(answer.sentAt + answer.ms, 'answered', `${answer.status} ${answer.body}`);
	add(Date.parse(received.stoppedAt ?? ''), 'run ended', received.status);
	const seconds = (at: number) => ((at - begin) / 1000).toFixed(2).padStart(6);
	return [
		...lines.map(([at, what, detail]) => `${seconds(at)} s  ${what.padEnd(WIDTH)}${detail}`),
		...results.map((url) => `          ${'result'.padEnd(WIDTH)}${String(url)}`),
	].join('\n');
}
