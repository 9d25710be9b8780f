import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../../shared/server/jsonOf.mts';
import type { PiContext } from '../context.mts';
import { refuse, success } from '../envelope.mts';
import { shelf } from '../library/shelf.mts';

interface One {
	Params: { id: string };
}

const AGENTS = '/api/v1/voice/agents';
const SESSIONS = '/api/v1/voice/sessions';

/** Voice agents and sessions (docs/reference/pi.md 9). */
export function addVoiceRoutes(app: FastifyInstance, context: PiContext): void {
	const agents = () => shelf(context, 'agents');
	const sessions = () => shelf(context, 'sessions');

	app.post(AGENTS, async (request) => {
		const agent = { ...jsonOf(request), id: randomUUID() };
		agents().set(agent.id, agent);
		return success('voice_agent', agent);
	});
	app.get(AGENTS, async () => success('list', { object: 'list', data: [...agents().values()] }));
	app.get<One>(`${AGENTS}/:id`, async ({ params }, reply) => {
		const agent = agents().get(params.id);
		return agent ? success('voice_agent', agent) : await refuse(reply, 404, 'not_found');
	});
	app.patch<One>(`${AGENTS}/:id`, async (request, reply) => {
		const agent = agents().get(request.params.id);
		if (!agent) return await refuse(reply, 404, 'not_found');
		return success('voice_agent', Object.assign(agent, jsonOf(request)));
	});
	app.delete<One>(`${AGENTS}/:id`, async ({ params }, reply) => {
		if (!agents().delete(params.id)) return await refuse(reply, 404, 'not_found');
		return success('voice_agent', { id: params.id, deleted: true });
	});

	app.post(SESSIONS, async (request, reply) => {
		const body = jsonOf(request);
		if (!body?.agent_id || !body.participant) {
			return await refuse(reply, 400, 'invalid_request_body', { param: 'agent_id' });
		}
		if (!agents().has(String(body.agent_id))) return await refuse(reply, 404, 'agent_not_found');
		const id = randomUUID();
		const session: Record<string, unknown> = { ...body, id, room: `voice-${id}`, status: 'active' };
		sessions().set(id, session);
		return await reply.code(201).send(success('voice_session', session, 'active'));
	});
	app.get<One>(`${SESSIONS}/:id`, async ({ params }, reply) => {
		const session = sessions().get(params.id);
		return session ? success('voice_session', session) : await refuse(reply, 404, 'not_found');
	});
	app.post<One>(`${SESSIONS}/:id/complete`, async ({ params }, reply) => {
		const session = sessions().get(params.id);
		if (!session) return await refuse(reply, 404, 'not_found');
		return success('voice_session', Object.assign(session, { status: 'completed' }));
	});
}
