import type { Answer } from '../../lib/http/providerResponse';

/** PipAI's own code of a refusal, such as `DUPLICATE_URL` (docs/reference/pipai.md 2). */
export function codeOf({ body }: Pick<Answer, 'body'>): string | undefined {
	const { code } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown };
	return typeof code === 'string' ? code : undefined;
}
