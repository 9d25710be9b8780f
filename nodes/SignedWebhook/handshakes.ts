import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../../lib/inbound/reply';
import type { Delivery } from '../../lib/signatures/delivery';
import { isPlace, type Place, valueAt } from '../../lib/signatures/place';
import type {
	AnswerValue,
	Handshake,
	SenderAnswer,
	SenderDefinition,
	When,
} from './senderDefinition';

/** The handshake that a request is, if any. */
export function handshakeOf(
	{ handshakes = [] }: SenderDefinition,
	delivery: Delivery,
): Handshake | undefined {
	return handshakes.find(
		({ method, when = {} }) => method === delivery.method && isWhen(when, delivery),
	);
}

/** Whether a delivery has all that a condition asks for. */
export function isWhen(when: When, delivery: Delivery): boolean {
	return Object.entries(when).every(([place, wanted]) => {
		const { value } = valueAt(delivery, place as Place);
		if (typeof wanted === 'boolean') return (value !== undefined) === wanted;
		return wanted?.endsWith('*') ? value?.startsWith(wanted.slice(0, -1)) : value === wanted;
	});
}

/** An answer with what it takes from the request filled in. */
export function fillAnswer(answer: SenderAnswer, delivery: Delivery, secret: string): Answer {
	const fill = (value: AnswerValue) =>
		typeof value === 'number' ? value : filled(value, delivery, secret);
	const { status, json, text, headers } = answer;
	return {
		...(status !== undefined && { status }),
		...(json && { json: mapped(json, fill) }),
		...(text !== undefined && { text: String(fill(text)) }),
		...(headers && { headers: mapped(headers, (value) => headerValue(String(fill(value)))) }),
	};
}

function mapped<T extends AnswerValue>(
	values: Readonly<Record<string, AnswerValue>>,
	change: (value: AnswerValue) => T,
): Record<string, T> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function filled(text: string, delivery: Delivery, secret: string): string {
	return text.replace(/\{(hmac:)?([a-z]+:[^{}]+)\}/g, (whole, hmac, place: string) => {
		if (!isPlace(place)) return whole;
		const value = valueAt(delivery, place).value ?? '';
		return hmac ? createHmac('sha256', secret).update(value).digest('hex') : value;
	});
}

/** Only what may stand in a header. */
function headerValue(text: string): string {
	return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}

/** What a handshake shows to the user, as the body of an event. */
export function shownBy({ shows }: Handshake, delivery: Delivery): IDataObject | undefined {
	const token = shows && valueAt(delivery, shows).value;
	return token ? { token, pasteInto: 'Secret of the Signed Webhook credential' } : undefined;
}
