import { request } from 'undici';
import type { PiapiSandbox } from './index.mts';
import { CONTROL_PATH } from './shared/control/controlPath.mts';
import type { Remote, SandboxInfo } from './shared/control/types.mts';

interface Listing {
	info: SandboxInfo;
	methods: string[];
}

async function call(url: string, argument?: unknown): Promise<unknown> {
	const answer = await request(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: argument === undefined ? undefined : JSON.stringify(argument),
	});
	const body = (await answer.body.json()) as { result?: unknown; error?: string };
	if (body.error !== undefined) throw new Error(body.error);
	return body.result;
}

/**
 * Controls a provider's sandbox that runs in another process: its address and keys, and every
 * control method as a promise. Rejects when nothing listens at `url`.
 */
export async function connect<T extends object = PiapiSandbox>(
	url: string,
): Promise<Remote<Omit<T, 'close'>>> {
	const answer = await request(`${url}${CONTROL_PATH}`);
	const { info, methods } = (await answer.body.json()) as Listing;
	const controls = methods.map((name) => [
		name,
		async (argument?: unknown) => await call(`${url}${CONTROL_PATH}/${name}`, argument),
	]);
	return { ...info, ...Object.fromEntries(controls) } as Remote<Omit<T, 'close'>>;
}
