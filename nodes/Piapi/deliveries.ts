import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ProviderEvent } from '../../lib/delivery/event';
import { isRecord } from '../../lib/http/isRecord';
import type { EventSource } from '../../lib/delivery/eventSource';
import { secretHeader } from '../../lib/signatures/schemes';
import { verify } from '../../lib/signatures/verify';
import { commaList, idOf, isText, lowerTrimmed, textOf } from '../../lib/text';
import { callPiapi, piapiCredential } from './api';
import { fetchMidjourney } from './fetchMidjourney';
import { redactSecrets } from './redactSecrets';
import { simplifyMidjourney } from './simplifyMidjourney';
import { simplifyTask } from './simplifyTask';
import { isTerminal, taskStatus } from './taskStatus';
import { webhookSecrets } from './webhookSecrets';
import { pathSegment } from '../../lib/http/pathSegment';

/** PiAPI signs nothing: it sends our secret back (docs/reference/piapi.md 4). */
const SCHEME = secretHeader('x-webhook-secret');

/** How PiAPI's deliveries, of the unified API and of legacy Midjourney v2, are verified and read. */
export const piapiDeliveries: EventSource = {
	name: 'PiAPI',

	async verify(ctx, delivery, window) {
		const secrets = webhookSecrets(await piapiCredential(ctx));
		return verify(SCHEME, { secrets }, delivery, window);
	},

	parse(body) {
		if (!isRecord(body)) return undefined;
		return isRecord(body.data) ? unifiedEvent(body, body.data) : midjourneyEvent(body);
	},

	wanted(ctx: IWebhookFunctions, event) {
		const { model } = ctx.getNodeParameter('options', {}) as IDataObject;
		const wanted = commaList(model).map(lowerTrimmed);
		return wanted.length === 0 || wanted.includes(lowerTrimmed(modelOf(event.body)));
	},

	async confirm(ctx, delivered) {
		const body = await currentBody(ctx, delivered.body);
		const event = isRecord(body.data) ? unifiedEvent(body, body.data) : midjourneyEvent(body);
		const status = event?.type ?? taskStatus(isRecord(body.data) ? body.data.status : body.status);
		const isBehind = isTerminal(delivered.type) && !isTerminal(status);
		return event && !isBehind ? { event } : { stillSays: status || 'nothing' };
	},

	baseUrl: async (ctx) => (await piapiCredential(ctx)).baseUrl,

	simplify(body) {
		const unified = isRecord(body.data);
		const task = unified ? simplifyTask(body.data as IDataObject) : simplifyMidjourney(body);
		const sentAt = unified ? new Date(Number(body.timestamp) * 1000).toISOString() : null;
		const event = taskStatus(task.status);
		return { event, eventId: eventId(body), ...task, occurredAt: task.occurredAt ?? sentAt };
	},
};

/** The body of a delivery that PiAPI would send of the job now. */
async function currentBody(ctx: IExecuteFunctions, body: IDataObject): Promise<IDataObject> {
	if (!isRecord(body.data)) return await fetchMidjourney(ctx, String(body.task_id));
	const path = `/api/v1/task/${pathSegment(ctx, String(body.data.task_id))}`;
	return { ...body, data: await callPiapi(ctx, { method: 'GET', path }) };
}

function unifiedEvent(body: IDataObject, data: IDataObject): ProviderEvent | undefined {
	const taskId = idOf(data.task_id);
	if (taskId === '' || !isText(data.status) || !isTime(body.timestamp)) return undefined;
	const type = taskStatus(data.status);
	const id = `${taskId}:${type}:${body.timestamp}`;
	const jobKey = isTerminal(type) ? `${taskId}:${type}` : id;
	return { type, id, jobKey, sentAt: body.timestamp * 1000, body: redactSecrets(body) };
}

/** It has no envelope and no timestamp; with `notify_progress` one task tells of every step (docs/reference/piapi.md 3). */
function midjourneyEvent(body: IDataObject): ProviderEvent | undefined {
	if (idOf(body.task_id) === '' || !isText(body.status) || !isRecord(body.task_result))
		return undefined;
	const type = taskStatus(body.status);
	const id = eventId(body);
	return { type, id, jobKey: id, body: redactSecrets(body) };
}

/** PiAPI gives its events no id of their own (docs/reference/piapi.md 4). */
function eventId(body: IDataObject): string {
	const task = isRecord(body.data) ? body.data : body;
	const status = taskStatus(task.status);
	const head = `${String(task.task_id)}:${status}`;
	if (isRecord(body.data)) return `${head}:${String(body.timestamp)}`;
	return isTerminal(status)
		? head
		: `${head}:${textOf((body.task_result as IDataObject).task_progress)}`;
}

function modelOf(body: IDataObject): string {
	return isRecord(body.data) ? textOf(body.data.model) : 'midjourney';
}

function isTime(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e12;
}
