import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_SECONDS = 180;

async function answers(url: string, accept: (response: Response) => boolean): Promise<boolean> {
	try {
		return accept(await fetch(url, { signal: AbortSignal.timeout(5_000) }));
	} catch {
		return false;
	}
}

const isJson = (response: Response) =>
	response.ok && (response.headers.get('content-type') ?? '').includes('json');

/**
 * Waits until n8n serves: healthy first, then its API in JSON, since for about a second after the
 * port opens everything is an HTML page (docs/reference/n8n.md 1). Webhook processors and workers have no
 * API, and are healthy only when they are ready.
 * @throws the reason of `signal`, or an Error after 180 s
 */
export async function n8nReady(url: string, command: string, signal: AbortSignal): Promise<void> {
	for (const end = Date.now() + TIMEOUT_SECONDS * 1000; Date.now() < end; await sleep(100)) {
		signal.throwIfAborted();
		if (!(await answers(`${url}/healthz/readiness`, (response) => response.ok))) continue;
		if (command !== 'start') return;
		if (await answers(`${url}/rest/settings`, isJson)) return;
	}
	throw new Error(`n8n did not become ready within ${TIMEOUT_SECONDS} s`);
}
