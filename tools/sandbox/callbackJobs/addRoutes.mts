import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonOf } from '../shared/server/jsonOf.mts';
import { pathOf } from '../shared/server/pathOf.mts';
import { endJob, startJob, type CallbackJobsContext } from './context.mts';
import { services } from './services.mts';
import type { Answer, Asked, ServiceJob, StandIn } from './standIn.mts';

const NOT_FOUND: Answer = { status: 404, body: { message: 'not found', detail: 'not found' } };

/** Every service under its own name: `<url>/replicate` stands for https://api.replicate.com. */
export function addRoutes(app: FastifyInstance, context: CallbackJobsContext): void {
	app.all<{ Params: { service: string } }>('/:service/*', async (request, reply) => {
		const { service: name } = request.params;
		const service = services[name];
		if (!service) return await send(reply, NOT_FOUND);
		const [header, value] = service.signIn;
		if (request.headers[header] !== value)
			return await send(reply, { status: 401, body: { detail: 'the key is not known' } });
		return await send(reply, answer(context, service, name, askedOf(request, name)));
	});
}

function answer(
	context: CallbackJobsContext,
	service: StandIn,
	name: string,
	asked: Asked,
): Answer {
	const known = (id: string | undefined) => {
		const job = id === undefined ? undefined : context.jobs.get(id);
		return job?.service === name ? job : undefined;
	};
	const { cancel, result } = service;
	const given = cancel?.method === asked.method ? cancel.path.exec(asked.path)?.[1] : undefined;
	const toCancel = known(given);
	if (toCancel) {
		endJob(context, toCancel, 'cancelled');
		return { status: 200, body: service.status(toCancel) };
	}
	const looked = known(service.look(asked));
	if (looked) {
		looked.reads++;
		return looked.removed && name === 'runPod'
			? NOT_FOUND
			: { status: 200, body: service.status(looked) };
	}
	const fetched = known(result?.asked(asked));
	if (fetched && result) return result.answer(fetched);
	const target = asked.method === 'POST' ? service.create.exec(asked.path) : null;
	return target ? created(context, service, name, { asked, target }) : NOT_FOUND;
}

function created(
	context: CallbackJobsContext,
	service: StandIn,
	name: string,
	{ asked, target }: { asked: Asked; target: RegExpExecArray },
): Answer {
	const refusal = service.refuses?.(asked);
	if (refusal) return refusal;
	const callbackUrl = service.callbackUrl(asked);
	const job: ServiceJob = {
		id: service.id(context.jobs.size + 1),
		service: name,
		target: target.slice(1).find((group) => group !== undefined) ?? '',
		body: asked.body,
		callbackUrl: typeof callbackUrl === 'string' ? callbackUrl : undefined,
		error: undefined,
		removed: false,
		file: `${context.server.url()}/files/${context.jobs.size + 1}.png`,
		...{ state: 'pending', createdAt: context.clock.now(), startedAt: null, endedAt: null },
		...{ progress: 0, reads: 0 },
	};
	context.jobs.set(job.id, job);
	startJob(context, job);
	return { status: 201, body: service.created(job) };
}

function askedOf(request: FastifyRequest, name: string): Asked {
	const { path, query } = pathOf(request);
	return {
		method: request.method,
		path: decodeURIComponent(path.slice(name.length + 1)),
		query: new URLSearchParams(query),
		body: jsonOf(request) ?? {},
	};
}

async function send(reply: FastifyReply, { status, body }: Answer): Promise<FastifyReply> {
	return await reply.code(status).send(body);
}
