import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { shelf } from './shelf.mts';

const pageOf = (all: unknown[], query: Record<string, string | undefined>) => {
	const limit = Math.min(Number(query.limit ?? 20), 100);
	const offset = Number(query.offset ?? 0);
	const data = all.slice(offset, offset + limit);
	const total = all.length;
	return { object: 'list', data, has_more: offset + limit < total, total_count: total };
};

interface One {
	Params: { id: string };
}
interface Many {
	Querystring: Record<string, string | undefined>;
}

/** Avatars and brands (docs/reference/pi.md 9). */
export function addLibraryRoutes(app: FastifyInstance, context: PiContext): void {
	app.post('/api/v1/avatars/save', async (request, reply) => {
		const { job_id: jobId, label = null } = jsonOf(request) ?? {};
		const job = context.jobs.get(String(jobId));
		if (!job) return await refuse(reply, 404, 'job_not_found');
		if (job.type !== 'avatar_generation') return await refuse(reply, 400, 'invalid_job_type');
		if (job.state !== 'completed') return await refuse(reply, 409, 'job_not_complete');
		const avatar = {
			id: randomUUID(),
			label,
			image_url: `${context.server.url()}/files/${job.id}.png`,
			created_at: new Date(context.clock.now()).toISOString(),
		};
		shelf(context, 'avatars').set(avatar.id, avatar);
		return success('saved_avatar', { ...avatar, object: 'saved_avatar' });
	});

	for (const kind of ['avatars', 'brands'] as const) {
		app.get<Many>(`/api/v1/${kind}`, async ({ query }) =>
			success('list', pageOf([...shelf(context, kind).values()], query)),
		);
		app.get<One>(`/api/v1/${kind}/:id`, async ({ params }, reply) => {
			const found = shelf(context, kind).get(params.id);
			return found ? success(kind, found) : await refuse(reply, 404, 'not_found');
		});
	}

	app.post<One>('/api/v1/brands/:id/project', async (request, reply) => {
		const brand = shelf(context, 'brands').get(request.params.id);
		if (!brand) return await refuse(reply, 404, 'not_found');
		const useCase = jsonOf(request)?.use_case;
		return success('brand.projection', { brand_id: brand.id, use_case: useCase, projection: {} });
	});
}
