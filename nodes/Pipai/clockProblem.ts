import type { Answer } from '../../lib/http/providerResponse';

/** Less is explained by the way there and back, and by `Date` having whole seconds. */
const NOTICEABLE_S = 30;

/**
 * How far this machine's clock is from the provider's, as its `Date` header tells, where that may be
 * why a signature was refused; `undefined` where it is not.
 *
 * @param now ms since the epoch
 */
export function clockProblem(
	{ headers }: Pick<Answer, 'headers'>,
	now: number,
): string | undefined {
	const theirs = Date.parse(String(headers.date));
	const seconds = Math.round((now - theirs) / 1000);
	if (Number.isNaN(theirs) || Math.abs(seconds) < NOTICEABLE_S) return undefined;
	return `The clock of this n8n is ${span(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} PipAI's`;
}

function span(seconds: number): string {
	return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
