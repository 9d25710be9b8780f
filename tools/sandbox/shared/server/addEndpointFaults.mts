import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.mts';
import { CONTROL_PATH } from '../control/controlPath.mts';
import type { EndpointFault, Faults } from '../faults.mts';
import { pathOf } from './pathOf.mts';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';
const KINDS = ['slow', 'refuse', 'status', 'html', 'empty', 'timeout'] as const;

/** The spoiled answer of a fault; undefined when there is none to send at all. */
function spoiled(fault: EndpointFault): { status: number; type: string; body: string } | undefined {
	if (fault.kind === 'html') return { status: fault.status ?? 502, type: 'text/html', body: HTML };
	if (fault.kind === 'empty') return { status: fault.status ?? 200, type: 'text/plain', body: '' };
	if (fault.kind === 'status') {
		const body = fault.body ?? { code: fault.status, message: `status ${fault.status} (fault)` };
		return {
			status: fault.status,
			type: 'application/json',
			body: fault.text ?? JSON.stringify(body),
		};
	}
	return undefined;
}

async function spoil(fault: EndpointFault, request: FastifyRequest, reply: FastifyReply) {
	if (fault.kind === 'refuse') {
		reply.hijack();
		request.raw.socket.resetAndDestroy();
		return undefined;
	}
	const answer = spoiled(fault);
	// Accepted, then silence: nobody resolves this, the connection ends with the server.
	if (!answer) return await new Promise<never>(() => undefined);
	if (fault.kind === 'status' && fault.retryAfter !== undefined) {
		void reply.header('retry-after', String(fault.retryAfter));
	}
	void reply.removeHeader('content-length').code(answer.status).type(answer.type);
	return answer.body;
}

/** Slow, cut, broken and missing answers, before or after the provider did its work. */
export function addEndpointFaults(
	app: FastifyInstance,
	{ clock, faults }: { clock: Clock; faults: Faults },
): void {
	const later = new WeakMap<object, EndpointFault>();

	app.addHook('preHandler', async (request, reply) => {
		const { path } = pathOf(request);
		if (path.startsWith(CONTROL_PATH)) return;
		const taken = faults.takeEndpoint([...KINDS], { method: request.method, path });
		const slow = taken.find((fault) => fault.kind === 'slow');
		if (slow) await clock.sleep(slow.ms);
		const fault = taken.find(({ kind }) => kind !== 'slow');
		if (!fault) return;
		if (fault.processed === true || fault.kind === 'timeout') {
			later.set(request.raw, fault);
			return;
		}
		const body = await spoil(fault, request, reply);
		if (body !== undefined) return await reply.send(body);
		return reply;
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const fault = later.get(request.raw);
		if (!fault) return payload;
		later.delete(request.raw);
		return await spoil(fault, request, reply);
	});
}
