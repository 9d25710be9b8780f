import type { FastifyInstance } from 'fastify';
import { bodyOf } from '../server/bodyOf.mts';
import { CONTROL_PATH } from './controlPath.mts';
import type { SandboxInfo } from './types.mts';

export type AnyControl = (argument?: unknown) => unknown;

/** `GET /_sandbox` lists what there is, `POST /_sandbox/<method>` calls it with the body's JSON. */
export function addControlRoutes(
	app: FastifyInstance,
	info: () => SandboxInfo,
	controls: Map<string, AnyControl>,
): void {
	app.get(CONTROL_PATH, async () => ({ info: info(), methods: [...controls.keys()] }));

	app.post<{ Params: { method: string } }>(`${CONTROL_PATH}/:method`, async (request, reply) => {
		const control = controls.get(request.params.method);
		if (!control) {
			return await reply.code(404).send({ error: `No control is called ${request.params.method}` });
		}
		try {
			const text = bodyOf(request).toString();
			const argument: unknown = text === '' ? undefined : JSON.parse(text);
			return { result: (await control(argument)) ?? null };
		} catch (error) {
			return await reply
				.code(400)
				.send({ error: error instanceof Error ? error.message : String(error) });
		}
	});
}
