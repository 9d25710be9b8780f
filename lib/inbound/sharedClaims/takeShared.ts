import { createHash, randomUUID } from 'node:crypto';
import { sleep, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import type { Claim } from '../claims';
import { ask, type Reply } from './ask';
import type { Store } from './store';
import { warnOnce } from './warnOnce';

/**
 * How long an event is held for a process that starts its run. One that dies in between holds it no
 * longer, so the provider must still be calling then: PiAPI does so after 5 s and 10 s, and no more.
 */
const HELD_S = 10;

/** Long after the last redelivery of most providers; what n8n recorded is known for longer. */
const DONE_S = 48 * 3600;

const POLL_MS = 200;
const PATIENCE_MS = 2500;

const DONE = 'done';

/** Deletes a claim unless another process holds it by now. */
const RELEASE =
	"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/**
 * Claims an event in the store that all processes share, waiting a little while another process
 * starts its run. Where the store gives no answer the claim is granted: a lost event is worse than one
 * that may run twice. Never rejects.
 *
 * @param event identifies the event in all of n8n; only its hash is stored
 * @returns the claim, to be ended when n8n has answered; `taken` when the event's run was started;
 * `busy` when another process still has it
 */
export async function takeShared(
	ctx: IWebhookFunctions,
	store: Store,
	event: string[],
): Promise<Claim | 'taken' | 'busy'> {
	const key = keyOf(event);
	const mine = randomUUID();
	const claim: Claim = (taken) => {
		void tell(
			ctx,
			store,
			taken ? ['SET', key, DONE, 'EX', String(DONE_S)] : ['EVAL', RELEASE, '1', key, mine],
		);
	};
	for (const end = Date.now() + PATIENCE_MS; ; await sleep(POLL_MS)) {
		const set = await tell(ctx, store, ['SET', key, mine, 'NX', 'EX', String(HELD_S)]);
		if ('problem' in set || set.result !== null) return claim;
		const holder = await tell(ctx, store, ['GET', key]);
		if ('problem' in holder) return claim;
		if (holder.result === DONE) return 'taken';
		if (Date.now() >= end) return holder.result === null ? claim : 'busy';
	}
}

/** Forgets an event whose run came to nothing. Never rejects. */
export async function releaseShared(
	ctx: IExecuteFunctions,
	store: Store,
	event: string[],
): Promise<void> {
	await tell(ctx, store, ['DEL', keyOf(event)]);
}

function keyOf(event: string[]): string {
	const hash = createHash('sha256').update(JSON.stringify(event)).digest('base64url');
	return `n8n-nodes-pihooks:claim:${hash}`;
}

async function tell(
	ctx: IWebhookFunctions | IExecuteFunctions,
	store: Store,
	command: string[],
): Promise<Reply> {
	const reply = await ask(ctx, store, command);
	if ('problem' in reply) warnOnce(ctx, store, reply.problem, reply.detail);
	return reply;
}
