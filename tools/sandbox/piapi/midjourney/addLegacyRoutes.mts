import type { FastifyInstance, FastifyReply } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiapiContext } from '../context.mts';
import { addTask } from '../tasks/addTask.mts';
import { cancelTask } from '../tasks/cancelTask.mts';
import { endEarly } from '../tasks/endEarly.mts';
import { isQueueFull, startTask } from '../tasks/startTask.mts';
import { legacyOperations, parseLegacy } from './parseLegacy.mts';
import { viewLegacy } from './viewLegacy.mts';

const refuse = async (reply: FastifyReply, message: string) =>
	await reply.code(400).send({ task_id: '', status: 'failed', message });

/** The legacy Midjourney API, all POST (docs/reference/piapi.md 3). */
export function addLegacyRoutes(app: FastifyInstance, context: PiapiContext): void {
	const find = (id: unknown) => {
		const task = context.tasks.get(String(id));
		return task?.legacy ? task : undefined;
	};

	for (const operation of legacyOperations) {
		app.post(`/mj/v2/${operation}`, async (request, reply) => {
			const order = parseLegacy(operation, jsonOf(request));
			if (typeof order === 'string') return await refuse(reply, order);
			if (isQueueFull(context)) return await refuse(reply, 'too many staged tasks');
			const { webhook, ...legacy } = order;
			const task = addTask(
				context,
				{
					model: 'midjourney',
					taskType: operation,
					input: order.request,
					serviceMode: '',
					webhook,
				},
				legacy,
			);
			startTask(context, task);
			await endEarly(context, task, request);
			return { task_id: task.id, status: 'success', message: '' };
		});
	}

	app.post('/mj/v2/fetch', async (request, reply) => {
		const task = find(jsonOf(request)?.task_id);
		if (!task) return await refuse(reply, 'task not found');
		task.reads += 1;
		return viewLegacy(task);
	});

	app.post('/mj/v2/multi_fetch', async (request, reply) => {
		const ids = jsonOf(request)?.task_ids;
		if (!Array.isArray(ids) || ids.length === 0) return await refuse(reply, 'task_ids is required');
		const found = ids.flatMap((id) => find(id) ?? []);
		for (const task of found) task.reads += 1;
		return found.map(viewLegacy);
	});

	app.post('/mj/v2/cancel', async (request, reply) => {
		const task = find(jsonOf(request)?.task_id);
		if (!task) return await refuse(reply, 'task not found');
		if (task.state !== 'pending' && task.state !== 'staged') {
			return await refuse(reply, 'only a pending task can be cancelled');
		}
		cancelTask(context, task);
		return { task_id: task.id, status: 'success', message: '' };
	});
}
