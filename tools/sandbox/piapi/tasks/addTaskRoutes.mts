import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import { pathOf } from '../../shared/server/pathOf.mts';
import type { PiapiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { addTask } from './addTask.mts';
import { cancelTask } from './cancelTask.mts';
import { cancelTasks } from './cancelTasks.mts';
import { endEarly } from './endEarly.mts';
import { parseCreate } from './parseCreate.mts';
import { isQueueFull, startTask } from './startTask.mts';
import { viewTask } from './viewTask.mts';

const NOT_FOUND = 'task not found';

/** Create, get, cancel one, cancel many (docs/reference/piapi.md 1.1 to 1.4). */
export function addTaskRoutes(app: FastifyInstance, context: PiapiContext): void {
	const { tasks } = context;

	app.post('/api/v1/task', async (request, reply) => {
		const order = parseCreate(jsonOf(request));
		if ('http' in order) {
			return await reply.code(order.http).send({ code: 400, data: null, message: order.message });
		}
		if (order.model === 'midjourney' && isQueueFull(context)) {
			return await refuse(reply, 400, 'too many staged tasks');
		}
		const task = addTask(context, order);
		startTask(context, task);
		const answer = success(structuredClone(viewTask(task)));
		await endEarly(context, task, request);
		return answer;
	});

	app.get<{ Params: { id: string } }>('/api/v1/task/:id', async ({ params }, reply) => {
		const task = tasks.get(params.id);
		if (!task || task.legacy) return await refuse(reply, 400, NOT_FOUND);
		task.reads += 1;
		return success(viewTask(task));
	});

	app.delete<{ Params: { id: string } }>('/api/v1/task/:id', async ({ params }, reply) => {
		const task = tasks.get(params.id);
		if (!task || task.legacy) return await refuse(reply, 400, NOT_FOUND);
		if (task.state !== 'pending') {
			return await refuse(reply, 400, 'only a pending task can be cancelled');
		}
		cancelTask(context, task);
		return success(viewTask(task));
	});

	app.delete('/api/v1/tasks', async (request, reply) => {
		const refused = cancelTasks(context, pathOf(request).query);
		if (refused !== undefined) return await refuse(reply, 400, refused);
		return success(null);
	});
}
