import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../lib/http/isRecord';
import { parseJson } from '../../lib/signatures/parseJson';
import { textOf } from '../../lib/text';
import { piapiCredential } from './api';
import { deliverAgain, receiverOf, type Receiver } from './deliverAgain';
import { readEndedTasks } from './taskHistory';
import { webhookSecret } from './webhookSecrets';

/** A task that somebody at this n8n was told about, and took. */
export interface Redelivered {
	jobId: string;
	to: Receiver['to'];
	answer: string;
}

/**
 * Delivers again what PiAPI should have told this n8n: PiAPI's history is the register of who waits. Only
 * addresses of this n8n are called, with the secret that belongs to the address; the one that PiAPI
 * echoes is never sent. That nothing runs twice is up to the receivers, which know what they have had.
 *
 * @param since when the oldest tasks were created that are looked at
 * @returns what was taken, and how many tasks could not be read or delivered
 * @throws NodeApiError when the history cannot be listed
 */
export async function redeliverTasks(
	ctx: IExecuteFunctions,
	since: Date,
): Promise<{ taken: Redelivered[]; missed: number }> {
	const own = webhookSecret(await piapiCredential(ctx));
	const resumeUrl = String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	const taken: Redelivered[] = [];
	const missed = await readEndedTasks(ctx, { since }, async (task) => {
		const receiver = receiverOf(task, resumeUrl, own);
		if (!receiver) return;
		const { status, text } = await deliverAgain(task, receiver);
		const said = parseJson(Buffer.from(text));
		const answer = isRecord(said) ? textOf(said.status) : '';
		if (status === 200 && answer === 'accepted')
			taken.push({ jobId: textOf(task.task_id), to: receiver.to, answer });
	});
	return { taken, missed };
}
