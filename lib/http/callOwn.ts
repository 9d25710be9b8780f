/** What this n8n answered. */
export interface OwnAnswer {
	status: number;
	text: string;
}

/**
 * Calls a webhook of this very n8n, as a provider would. Not by n8n's own helpers: what outlives an
 * execution has none, and their guard against private addresses would refuse an n8n in a private network.
 *
 * @param url made by n8n, or compared with what it makes
 * @param timeout in ms
 * @throws TypeError or DOMException when no answer came
 */
export async function callOwn(
	url: string,
	headers: Record<string, string>,
	{ body, timeout }: { body?: string; timeout: number },
): Promise<OwnAnswer> {
	const signal = AbortSignal.timeout(timeout);
	const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
	return { status: answer.status, text: await answer.text() };
}
