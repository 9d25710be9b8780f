import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { headerValues, type Delivery } from '../../lib/signatures/delivery';
import { commaList } from '../../lib/text';
import { isRecord } from '../../lib/http/isRecord';
import type { EventSource } from '../../lib/delivery/eventSource';
import { parseJson } from '../../lib/signatures/parseJson';
import { pipaiScheme } from './scheme';
import { verify } from '../../lib/signatures/verify';
import { refused } from '../../lib/signatures/verdict';
import { registrationSecrets } from '../../lib/registration/storedRegistration';
import { TEST_EVENT } from './eventOptions';
import { simplifyEvent } from './simplifyEvent';
import { idOf, isText } from '../../lib/text';

/** How PipAI's deliveries are verified and read (docs/reference/pipai.md 4). */
export const pipaiDeliveries: EventSource = {
	name: 'PipAI',

	async verify(ctx, delivery, window) {
		const secrets = registrationSecrets(ctx, window.now);
		const verdict = verify(pipaiScheme, { secrets }, delivery, window);
		const problem = verdict.authentic && disagreement(delivery);
		return problem ? refused(problem) : verdict;
	},

	parse(body, delivery) {
		if (!isRecord(body) || idOf(body.id) === '' || !isText(body.type)) return undefined;
		return { type: body.type, id: idOf(body.id), body: { ...body, ...attemptOf(delivery) } };
	},

	events(ctx) {
		const { additionalEvents } = ctx.getNodeParameter('options', {}) as IDataObject;
		return [
			...commaList(ctx.getNodeParameter('events', ['*'])),
			...commaList(additionalEvents),
			...(isListening(ctx) ? [TEST_EVENT] : []),
		];
	},

	wanted: (ctx, { type }) => type !== TEST_EVENT || isListening(ctx),

	simplify: simplifyEvent,
};

/** While "Listen for test event" is on. */
function isListening(ctx: IWebhookFunctions): boolean {
	return ctx.getMode() === 'manual';
}

/** The headers are not signed: where they tell another story than the body, somebody changed them. */
function disagreement(delivery: Delivery): string | undefined {
	const body = parseJson(delivery.body);
	if (!isRecord(body)) return undefined;
	const pairs = [
		['X-PipAI-Event-Id', body.id],
		['X-PipAI-Event-Type', body.type],
	] as const;
	const differing = pairs.find(([name, value]) => {
		const values = headerValues(delivery, name);
		return values.length !== 1 || values[0] !== idOf(value);
	});
	return differing && `the ${differing[0]} header and the body do not agree`;
}

/** Not part of the body, and different in each attempt: for the raw item. */
function attemptOf(delivery: Delivery): IDataObject {
	const one = (name: string) => headerValues(delivery, name)[0] ?? null;
	const attempt = Number(one('X-PipAI-Delivery-Attempt'));
	return {
		deliveryId: one('X-PipAI-Delivery-Id'),
		deliveryAttempt: Number.isInteger(attempt) && attempt > 0 ? attempt : null,
	};
}
