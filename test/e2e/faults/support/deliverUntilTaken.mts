import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent } from 'undici';
import { post, type Post } from '../../../../tools/sandbox/shared/deliveries/post.mts';
import type { Exchange } from '../../../../tools/sandbox/shared/deliveries/types.mts';
import type { createTurns } from './createTurns.mts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * A 2xx, but not the one that n8n gives to everything for a moment while it starts (before its
 * database is migrated): what believes it loses the delivery. A proxy in front of n8n that asks
 * `/healthz/readiness` keeps it from the sender.
 */
export const isTaken = ({ status, body }: Exchange) =>
	status !== null && status >= 200 && status < 300 && body !== STARTING;

/** An answer with status 200 from an n8n that has taken nothing. */
export const STARTING = 'n8n is starting up. Please wait';

interface Patience {
	/** Unix milliseconds after which there is no further attempt. */
	until: number;
	agent: Agent;
	/** Bounds how many attempts are under way at once. */
	turns: ReturnType<typeof createTurns>;
	/** From 0 to 1: spreads the attempts of many deliveries. */
	jitter: number;
}

/**
 * One delivery of a provider that does not give up: again after half a second, one, two and then
 * every four seconds, whatever but a 2xx it gets, a refused connection too. The sandbox's providers
 * keep to their own schedules, which end long before n8n is back.
 *
 * @param sign makes the message anew for each attempt, as senders do that sign the time
 * @returns every exchange, the successful one last
 */
export async function deliverUntilTaken(
	sign: () => Promise<Post>,
	{ until, agent, turns, jitter }: Patience,
): Promise<Exchange[]> {
	const exchanges: Exchange[] = [];
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
		const exchange = await turns(async () => await post(await sign(), agent));
		exchanges.push(exchange);
		if (isTaken(exchange)) break;
		if (Date.now() > until) break;
		await sleep(pause * (0.5 + jitter));
	}
	return exchanges;
}
