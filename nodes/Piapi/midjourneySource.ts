import type { IDataObject } from 'n8n-workflow';
import type { CallsOneUrl, Job } from '../../lib/waiting/jobSource';
import { callMidjourney } from './callMidjourney';
import { prepareMidjourney } from './prepareMidjourney';
import { fetchMidjourney } from './fetchMidjourney';
import { simplifyMidjourney } from './simplifyMidjourney';
import { taskSource } from './taskSource';
import { isTerminal, taskStatus } from './taskStatus';

/** How tasks of legacy Midjourney v2 are waited for: as those of the unified API, in other words. */
export const midjourneySource: CallsOneUrl = {
	...taskSource,
	async prepare(ctx, itemIndex, callback) {
		const create = await prepareMidjourney(ctx, itemIndex, callback);
		const meta = { task_type: ctx.getNodeParameter('operation', itemIndex) };
		return async () => {
			const { task_id: id } = await create();
			// The answer says only that it was accepted.
			return asJob({ task_id: id, status: 'pending', meta } as IDataObject);
		};
	},
	look: async (ctx, id, budget) => asJob(await fetchMidjourney(ctx, id, budget)),
	async cancel(ctx, id) {
		await callMidjourney(ctx, { operation: 'cancel', body: { task_id: id } });
	},
	readCallback(body) {
		const { task_id: id, status } = (body ?? {}) as IDataObject;
		if (typeof id !== 'string' || !id) return undefined;
		return { id, done: isTerminal(taskStatus(status)) };
	},
};

function asJob(task: IDataObject): Job {
	const json = simplifyMidjourney(task);
	return { id: String(task.task_id), done: isTerminal(String(json.status)), json };
}
