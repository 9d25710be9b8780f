import type { FastifyInstance } from 'fastify';
import { pathOf } from '../../shared/server/pathOf.mts';
import type { PiapiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { countActive } from './countActive.mts';
import { listHistory } from './listHistory.mts';

/** Account info, active tasks, history (docs/reference/piapi.md 1.1). */
export function addAccountRoutes(app: FastifyInstance, { tasks }: PiapiContext): void {
	app.get('/account/info', async () =>
		success({
			account_id: '1',
			account_name: 'sandbox',
			remaining_credits: 10_000_000,
			quota_used: 0,
		}),
	);

	app.get('/account/active_tasks', async () => success(countActive(tasks.values())));

	app.get('/api/open/tasks/histories', async (request, reply) => {
		const page = listHistory([...tasks.values()], pathOf(request).query);
		return typeof page === 'string' ? await refuse(reply, 400, page) : success(page);
	});
}
