import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import { pathOf } from '../../shared/server/pathOf.mts';
import type { Allow } from '../allow.mts';
import type { PipaiContext } from '../context.mts';
import { newId } from '../newId.mts';
import { parseOrder } from '../parseOrder.mts';
import { invalid, refuse } from '../refuse.mts';
import { takePage } from '../takePage.mts';
import type { Backtest } from '../types.mts';
import { runBacktest } from './runBacktest.mts';
import { statusOf, viewBacktest } from './viewBacktest.mts';

const isDate = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Create, list, get (docs/reference/pipai.md 5). */
export function addBacktestRoutes(app: FastifyInstance, context: PipaiContext, allow: Allow): void {
	const { backtests, clock } = context;

	app.post('/v1/backtest/jobs', allow(20), async (request, reply) => {
		const parsed = parseOrder(jsonOf(request));
		if ('code' in parsed) return await refuse(reply, parsed);
		const { order } = parsed;
		if (!isDate(order.start) || !isDate(order.end)) {
			return await refuse(reply, invalid('start and end are required'));
		}
		const job: Backtest = {
			id: newId('bt_'),
			state: 'pending',
			createdAt: clock.now(),
			startedAt: null,
			endedAt: null,
			progress: 0,
			reads: 0,
			order,
		};
		backtests.set(job.id, job);
		runBacktest(context, job);
		return await reply.code(201).send(viewBacktest(job));
	});

	app.get('/v1/backtest/jobs', allow(5), async (request, reply) => {
		const query = new URLSearchParams(pathOf(request).query);
		const found = [...backtests.values()].filter(
			(job) =>
				(query.get('status') ?? statusOf(job)) === statusOf(job) &&
				(query.get('template_id') ?? job.order.template_id) === job.order.template_id &&
				Date.parse(query.get('from') ?? '1970-01-01') <= job.createdAt &&
				Date.parse(query.get('to') ?? '9999-01-01') >= job.createdAt,
		);
		const taken = takePage(found, query, { usual: 20, pageSize: context.settings.pageSize });
		if ('code' in taken) return await refuse(reply, taken);
		return { data: taken.page.map(viewBacktest), next_cursor: taken.next };
	});

	app.get<{ Params: { id: string } }>(
		'/v1/backtest/jobs/:id',
		allow(2),
		async ({ params }, reply) => {
			const job = backtests.get(params.id);
			if (!job) return await refuse(reply, { code: 'NOT_FOUND', message: 'no such backtest' });
			job.reads += 1;
			return viewBacktest(job);
		},
	);
}
