import type { IDataObject } from 'n8n-workflow';
import { headerValues } from '../../lib/signatures/delivery';
import type { EventSource } from '../../lib/delivery/eventSource';
import { piScheme } from './scheme';
import { verify } from '../../lib/signatures/verify';
import { commaList, idOf, isText, lowerTrimmed, textOf } from '../../lib/text';
import { registrationSecrets } from '../../lib/registration/storedRegistration';
import { callPi, piBaseUrl } from './api';
import { isRecord } from '../../lib/http/isRecord';
import { isTerminal, simplifyJob, timeOf } from './simplifyJob';
import { pathSegment } from '../../lib/http/pathSegment';

/** How Pi's deliveries are verified and read (docs/reference/pi.md 6). */
export const piDeliveries: EventSource = {
	name: 'Pi',

	async verify(ctx, delivery, window) {
		return verify(piScheme, { secrets: registrationSecrets(ctx, window.now) }, delivery, window);
	},

	parse(body, delivery) {
		const job = jobOf(body);
		const jobId = idOf(job?.id);
		if (!isRecord(body) || !isText(body.type) || jobId === '') return undefined;
		const { type } = body;
		if (headerValues(delivery, 'x-pi-event').some((value) => value.trim() !== type))
			return { problem: 'X-Pi-Event names another event than the body' };
		// Pi makes a new event id for each attempt, so only the job tells repeats.
		return { type, id: idOf(body.id), jobKey: jobKey(job ?? {}, type), body };
	},

	wanted(ctx, { body }) {
		const { jobType } = ctx.getNodeParameter('options', {}) as IDataObject;
		const wanted = commaList(jobType).map(lowerTrimmed);
		return wanted.length === 0 || wanted.includes(lowerTrimmed(textOf(jobOf(body)?.type)));
	},

	async confirm(ctx, { id, body }) {
		const path = `/jobs/${pathSegment(ctx, String(jobOf(body)?.id))}`;
		const job = await callPi(ctx, { method: 'GET', path });
		// Pi tells only of jobs that are over.
		if (!isTerminal(job.status)) return { stillSays: textOf(job.status) || 'nothing' };
		const type = `job.${textOf(job.status)}`;
		const data = { ...(body.data as IDataObject), job };
		return { event: { type, id, jobKey: jobKey(job, type), body: { ...body, type, data } } };
	},

	baseUrl: piBaseUrl,

	simplify(body) {
		const job = simplifyJob(jobOf(body) ?? {});
		return {
			event: body.type,
			eventId: idOf(body.id) || null,
			...job,
			occurredAt: job.occurredAt ?? timeOf(body.created_at),
		};
	},
};

function jobKey({ id }: IDataObject, type: string): string {
	return `${textOf(id)}:${type}`;
}

function jobOf(body: unknown): IDataObject | undefined {
	const data = isRecord(body) ? body.data : undefined;
	return isRecord(data) && isRecord(data.job) ? data.job : undefined;
}
