import { base64, hex, seconds } from './bytes.mts';
import type { Order, Signer } from './signer.mts';

export const json = (value: unknown) => JSON.stringify(value);
/** Wherever a sender says what happened. */
export const KIND = {
	type: 'thing.done',
	event: 'thing.done',
	topic: 'thing.done',
	status: 'thing.done',
};
export const event = ({ id }: Order, more: object = {}) =>
	json({ id, ...KIND, data: { text: 'ü, 漢' }, ...more });

export type Headers = Array<[string, string]>;
export type MakesBody = (order: Order) => string;

/** One header with a MAC of the body. */
export const ofBody =
	(
		header: string,
		write: (secret: string, body: string) => string,
		body: MakesBody = event,
		more: (order: Order) => Headers = () => [],
	): Signer =>
	(order) => {
		const text = body(order);
		return { headers: [[header, write(order.secret, text)], ...more(order)], body: text };
	};

/** One header with a time and a MAC of time and body. */
export const timed =
	(
		header: string,
		write: (time: string, mac: string) => string,
		{
			time = ({ at }: Order) => seconds(at),
			separator = '.',
			mac = hex as typeof hex,
			body = event as MakesBody,
			more = (_order: Order): Headers => [],
		} = {},
	): Signer =>
	(order) => {
		const [text, when] = [body(order), time(order)];
		const signature = mac(order.secret, `${when}${separator}${text}`);
		return { headers: [[header, write(when, signature)], ...more(order)], body: text };
	};

export const standard: Signer = (order) => {
	const [body, time] = [
		event(order, { timestamp: new Date(order.at).toISOString() }),
		seconds(order.at),
	];
	const key = Buffer.from(order.secret.replace(/^v1,/, '').replace(/^whsec_/, ''), 'base64');
	return {
		headers: [
			['webhook-id', order.id],
			['webhook-timestamp', time],
			['webhook-signature', `v1,${base64(key, `${order.id}.${time}.${body}`)}`],
		],
		body,
	};
};

/** The secret in a header, nothing signed. */
export const inHeader =
	(header: string, body: MakesBody = event, more: (order: Order) => Headers = () => []): Signer =>
	(order) => ({ headers: [[header, order.secret], ...more(order)], body: body(order) });

/** The secret in the URL, nothing signed. */
export const inUrl =
	(body: MakesBody = event, more: (order: Order) => Headers = () => []): Signer =>
	(order) => {
		const url = new URL(order.url);
		url.searchParams.set('token', order.secret);
		return { headers: more(order), body: body(order), url: url.href };
	};

export const basic =
	(body: MakesBody): Signer =>
	(order) => ({
		headers: [
			[
				'Authorization',
				`Basic ${Buffer.from(`${order.username}:${order.secret}`).toString('base64')}`,
			],
		],
		body: body(order),
	});

export const prefixed =
	(prefix: string, hash = 'sha256') =>
	(secret: string, body: string) =>
		prefix + hex(secret, body, hash);
export const withTime =
	(header: string, time: (order: Order) => string = ({ at }) => seconds(at)) =>
	(order: Order): Headers => [[header, time(order)]];
export const withId =
	(header: string, more: Headers = []) =>
	(order: Order): Headers => [[header, order.id], ...more];
export const hexKey = (secret: string, body: string) => base64(Buffer.from(secret, 'hex'), body);
export const iso = ({ at }: Order) => new Date(at).toISOString();
