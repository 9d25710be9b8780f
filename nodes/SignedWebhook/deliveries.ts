import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { NotUnderstood, ProviderEvent } from '../../lib/delivery/event';
import type { EventSource } from '../../lib/delivery/eventSource';
import { isRecord } from '../../lib/http/isRecord';
import type { Delivery } from '../../lib/signatures/delivery';
import type { ReplayWindow } from '../../lib/signatures/freshness';
import { atPath, valueAt as textAt } from '../../lib/signatures/place';
import { refused, type Authentic, type Verdict } from '../../lib/signatures/verdict';
import { verify } from '../../lib/signatures/verify';
import { confirmSubscription } from './confirmSubscription';
import { readCredential } from './credential';
import { fillAnswer, handshakeOf, isWhen } from './handshakes';
import { namePlaces, valueAt } from './place';
import { readBody } from './readBody';
import type { ReadParameter } from './readParameter';
import { withRemoteKeys } from './remoteKeys';
import { schemeOf } from './schemeOf';
import { chosenPlace, senderOf } from './senderOf';
import type { SenderDefinition } from './senderDefinition';
import { toIso } from './toIso';

const REDACTED = '[redacted]';

/** How deliveries are verified and read, as the node's parameters say. */
export function signedDeliveries(read: ReadParameter): EventSource {
	const sender = senderOf(read);
	/** Of the credential that verified the delivery: some handshakes are answered with its MAC. */
	let secret = '';
	return {
		name: sender.name,
		refusesSilently: sender.refusesSilently === true,

		async verify(ctx, received, window) {
			const delivery = asRegistered(read, received);
			const credential = await readCredential(ctx);
			secret = credential.secret;
			const verdict = await verifyWith(ctx, read, sender, credential, delivery, window);
			const handshake = verdict.authentic ? handshakeOf(sender, delivery) : undefined;
			if (handshake?.visits && handshake.proof === 'signature')
				await confirmSubscription(ctx, delivery, handshake.visits, sender);
			return verdict;
		},

		parse(json, delivery, proof) {
			const handshake = handshakeOf(sender, delivery);
			if (handshake?.proof === 'signature') {
				const answer = fillAnswer(handshake.answer, delivery, secret);
				return { type: '', id: '', body: {}, answer };
			}
			const { body, file } = readBody(json, delivery);
			if (!sender.list) return eventOf(read, sender, body, delivery, proof, file);
			const entries = atPath(body, sender.list);
			if (!Array.isArray(entries)) return eventOf(read, sender, body, delivery, proof, file);
			return eventsOf(read, sender, body, entries, delivery, proof);
		},

		simplify(body, { type, id, occurredAt }) {
			const path = dataPath(sender, body);
			return {
				event: type || null,
				eventId: id || null,
				occurredAt: occurredAt ?? null,
				data: ((path && atPath(body, path)) as IDataObject | undefined) ?? body,
			};
		},
	};
}

async function verifyWith(
	ctx: IWebhookFunctions,
	read: ReadParameter,
	sender: SenderDefinition,
	credential: Awaited<ReturnType<typeof readCredential>>,
	delivery: Delivery,
	window: ReplayWindow,
): Promise<Verdict> {
	const { scheme, keys } = schemeOf(read, credential);
	if (sender.mustRepeat && !keys.secrets.includes(textAt(delivery, sender.mustRepeat).value ?? ''))
		return refused('the delivery is of another topic than the credential names');
	return await withRemoteKeys(ctx, sender, credential, delivery, window, (publicKeys) =>
		verify(
			scheme,
			{ ...keys, publicKeys: [...(keys.publicKeys ?? []), ...publicKeys] },
			delivery,
			window,
		),
	);
}

/** The delivery with the URL that the sender was given, where the user says that it is another one. */
function asRegistered(read: ReadParameter, delivery: Delivery): Delivery {
	const url = String((read('options', {}) as IDataObject).registeredUrl ?? '').trim();
	if (!url) return delivery;
	const { method, rawHeaders, body } = delivery;
	return { method, rawHeaders, body, url, isKnownUrl: true };
}

/** One event for each entry of a list, all in one run. */
function eventsOf(
	read: ReadParameter,
	sender: SenderDefinition,
	body: IDataObject,
	entries: unknown[],
	delivery: Delivery,
	proof: Authentic,
): ProviderEvent[] | NotUnderstood {
	const events: ProviderEvent[] = [];
	for (const entry of entries) {
		const fields = isRecord(entry) ? entry : { value: entry };
		const alone = {
			...delivery,
			rawHeaders: delivery.rawHeaders,
			url: '',
			body: Buffer.from(JSON.stringify(entry)),
		};
		const event = eventOf(read, sender, fields as IDataObject, alone, {
			...proof,
			signedId: undefined,
		});
		if ('problem' in event) return event;
		const redacted = event.body;
		events.push({ ...event, body: withAt(body, sender.list ?? '', [redacted]) });
	}
	return events;
}

/** The body with another value at a path; what else it has stays. */
function withAt(body: IDataObject, path: string, value: unknown): IDataObject {
	const [key = '', ...rest] = path.split('.');
	const inner = rest.length === 0 ? value : withAt(body[key] as IDataObject, rest.join('.'), value);
	return { ...body, [key]: inner as IDataObject };
}

function dataPath({ list, data }: SenderDefinition, body: IDataObject): string | undefined {
	return list && Array.isArray(atPath(body, list)) ? `${list}.0` : data;
}

function eventOf(
	read: ReadParameter,
	sender: SenderDefinition,
	body: IDataObject,
	delivery: Delivery,
	{ signedAt, signedId }: Authentic,
	file?: ProviderEvent['file'],
): ProviderEvent | NotUnderstood {
	const ownId = chosenPlace(read, 'eventId') ? undefined : signedId;
	const id = ownId ?? valueAt(sender.id, body, delivery);
	if (id === undefined && !sender.hasNoId && deduplicates(read)) return noId(sender);
	const answer = sender.answers?.find(({ when = {} }) => isWhen(when, delivery))?.answer;
	return {
		type: valueAt(sender.type, body, delivery) ?? '',
		id: id ?? '',
		occurredAt: toIso(valueAt(sender.occurredAt, body, delivery)) ?? toIso(signedAt?.toString()),
		body: redact(sender, body),
		file,
		...(answer && { reply: fillAnswer(answer, delivery, '') }),
	};
}

/** Whether a delivery without an id would have to be taken for a new event every time. */
export function deduplicates(read: ReadParameter): boolean {
	return (read('options', {}) as IDataObject).deduplicateBy !== 'off';
}

function noId({ id, name }: SenderDefinition): NotUnderstood {
	const where = id.length > 0 ? namePlaces(id) : `a delivery (${name})`;
	return {
		problem: `No event ID in ${where}: name its place in the trigger, or set Deduplicate By to Off`,
	};
}

function redact({ secrets = [] }: SenderDefinition, body: IDataObject): IDataObject {
	const present = secrets.filter((name) => body[name] !== undefined);
	return present.length === 0
		? body
		: { ...body, ...Object.fromEntries(present.map((name) => [name, REDACTED])) };
}
