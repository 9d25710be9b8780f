import type { IDataObject } from 'n8n-workflow';
import { pathSegment } from '../../lib/http/pathSegment';
import { retryBudget } from '../../lib/http/retryBudget';
import { secretHeader } from '../../lib/signatures/schemes';
import type { CallsOneUrl, Job } from '../../lib/waiting/jobSource';
import { callPiapi, piapiCredential } from './api';
import { prepareTask } from './prepareTask';
import { redactSecrets } from './redactSecrets';
import { simplifyTask } from './simplifyTask';
import { readTask } from './taskHistory';
import { isTerminal, taskStatus } from './taskStatus';
import { webhookSecrets } from './webhookSecrets';

/** How tasks of the unified API are waited for. */
export const taskSource: CallsOneUrl = {
	name: 'PiAPI',
	calls: 'oneUrl',
	async prepare(ctx, itemIndex, callback) {
		const create = await prepareTask(ctx, itemIndex, callback);
		return async () => asJob(await create());
	},
	ifLost: () => "PiAPI's task history (PiAPI node, Account: Get Task History)",
	look: async (ctx, id, budget) => asJob(await readTask(ctx, id, budget)),
	async cancel(ctx, id) {
		const path = `/api/v1/task/${pathSegment(ctx, id)}`;
		await callPiapi(ctx, { method: 'DELETE', path, ...retryBudget.callback });
	},
	scheme: secretHeader('x-webhook-secret'),
	secrets: async (ctx) => webhookSecrets(await piapiCredential(ctx)),
	baseUrl: async (ctx) => (await piapiCredential(ctx)).baseUrl,
	readCallback(body) {
		const data = (body as { data?: IDataObject } | undefined)?.data;
		if (typeof data?.task_id !== 'string') return undefined;
		return { id: data.task_id, done: isTerminal(taskStatus(data.status)) };
	},
};

function asJob(task: IDataObject): Job {
	const json = simplifyTask(redactSecrets(task));
	return { id: String(task.task_id), done: isTerminal(String(json.status)), json };
}
