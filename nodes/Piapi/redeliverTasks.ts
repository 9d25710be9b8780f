import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { callOwn } from '../../lib/http/callOwn';
import { isRecord } from '../../lib/http/isRecord';
import { parseJson } from '../../lib/signatures/parseJson';
import { textOf } from '../../lib/text';
import { callbackSecret } from '../../lib/waiting/callbackUrl';
import { piapiCredential } from './api';
import { redactSecrets } from './redactSecrets';
import { readEndedTasks } from './taskHistory';
import { webhookSecret } from './webhookSecrets';

/** A task that somebody at this n8n was told about, and took. */
export interface Redelivered {
	jobId: string;
	to: 'trigger' | 'wait';
	answer: string;
}

/** Who is to be called about a task, and the secret that it expects. */
interface Receiver {
	url: string;
	secret: string;
	to: Redelivered['to'];
}

const PATIENCE_MS = 60_000;

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
	const waitingBase = waitingBaseOf(ctx);
	const taken: Redelivered[] = [];
	const missed = await readEndedTasks(ctx, { since }, async (task) => {
		const receiver = receiverOf(task, waitingBase, own);
		if (!receiver) return;
		const { url, secret, to } = receiver;
		const headers = { 'content-type': 'application/json', 'x-webhook-secret': secret };
		const body = JSON.stringify({
			timestamp: Math.floor(Date.now() / 1000),
			data: redactSecrets(task),
		});
		const { status, text } = await callOwn(url, headers, { body, timeout: PATIENCE_MS });
		const said = isRecord(parseJson(Buffer.from(text))) ? parseJson(Buffer.from(text)) : {};
		const answer = textOf((said as IDataObject).status);
		if (status === 200 && answer === 'accepted') {
			taken.push({ jobId: textOf(task.task_id), to, answer });
		}
	});
	return { taken, missed };
}

/** Where n8n takes callbacks about parked executions, up to the execution's ID. */
function waitingBaseOf(ctx: IExecuteFunctions): string {
	const { origin, pathname } = new URL(
		String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0)),
	);
	return origin + pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

/** Nothing where the task was to call somebody else. */
function receiverOf(task: IDataObject, waitingBase: string, own: string): Receiver | undefined {
	const config = isRecord(task.config) ? task.config : {};
	const { endpoint } = isRecord(config.webhook_config) ? config.webhook_config : {};
	if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined;
	// As the call will go: without dots that climb.
	const { href: url, origin, pathname } = new URL(endpoint);
	const address = origin + pathname;
	if (address.startsWith(waitingBase)) {
		const [executionId = '', nodeId = ''] = address.slice(waitingBase.length).split('/');
		const secret = callbackSecret(own, executionId, decodeURIComponent(nodeId));
		return { url, secret, to: 'wait' };
	}
	const triggerBase = waitingBase.replace(/\/webhook-waiting\/$/, '/webhook/');
	const isTrigger = triggerBase !== waitingBase && address.startsWith(triggerBase);
	return isTrigger ? { url, secret: own, to: 'trigger' } : undefined;
}
