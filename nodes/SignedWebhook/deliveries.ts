import type { IDataObject } from 'n8n-workflow';
import type { NotUnderstood } from '../../lib/delivery/event';
import type { EventSource } from '../../lib/delivery/eventSource';
import { verify } from '../../lib/signatures/verify';
import { readCredential } from './credential';
import { atPath, namePlaces, valueAt } from './place';
import { readBody } from './readBody';
import type { ReadParameter } from './readParameter';
import { schemeOf } from './schemeOf';
import { chosenPlace, senderOf } from './senderOf';
import type { Sender } from './senders';
import { toIso } from './toIso';

const REDACTED = '[redacted]';

/** How deliveries are verified and read, as the node's parameters say. */
export function signedDeliveries(read: ReadParameter): EventSource {
	const sender = senderOf(read);
	return {
		name: sender.name,

		async verify(ctx, delivery, window) {
			const { scheme, keys } = schemeOf(read, await readCredential(ctx));
			return verify(scheme, keys, delivery, window);
		},

		parse(json, delivery, { signedAt, signedId }) {
			const { body, file } = readBody(json, delivery);
			const answer = handshake(sender, body);
			const ownId = chosenPlace(read, 'eventId') ? undefined : signedId;
			const id = ownId ?? valueAt(sender.id, body, delivery);
			if (id === undefined && !answer && deduplicates(read)) return noId(sender);
			return {
				type: valueAt(sender.type, body, delivery) ?? '',
				id: id ?? '',
				occurredAt:
					toIso(valueAt(sender.occurredAt, body, delivery)) ?? toIso(signedAt?.toString()),
				body: redact(sender, body),
				file,
				answer,
			};
		},

		simplify(body, { type, id, occurredAt }) {
			return {
				event: type || null,
				eventId: id || null,
				occurredAt: occurredAt ?? null,
				data: ((sender.data && atPath(body, sender.data)) as IDataObject | undefined) ?? body,
			};
		},
	};
}

/** Whether a delivery without an id would have to be taken for a new event every time. */
export function deduplicates(read: ReadParameter): boolean {
	return (read('options', {}) as IDataObject).deduplicateBy !== 'off';
}

function noId({ id, name }: Sender): NotUnderstood {
	const where = id.length > 0 ? namePlaces(id) : `a delivery (${name})`;
	return {
		fault: `No event ID in ${where}: name its place in the trigger, or set Deduplicate By to Off`,
	};
}

function handshake({ handshake: asks }: Sender, body: IDataObject): IDataObject | undefined {
	const entry = asks && body.type === asks.type ? body[asks.entry] : undefined;
	return asks && typeof entry === 'string' ? { [asks.entry]: entry } : undefined;
}

function redact({ secrets = [] }: Sender, body: IDataObject): IDataObject {
	const present = secrets.filter((name) => body[name] !== undefined);
	return present.length === 0
		? body
		: { ...body, ...Object.fromEntries(present.map((name) => [name, REDACTED])) };
}
