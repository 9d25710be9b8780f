import type { Place } from './place';
import { readText, type ReadParameter } from './readParameter';
import { schemeName, senders, type Sender } from './senders';

/** The sender that the node's parameters describe: where they name a place, it replaces the scheme's. */
export function senderOf(read: ReadParameter): Sender {
	const sender: Sender = senders[schemeName(read('scheme', ''))];
	return {
		...sender,
		id: chosenPlace(read, 'eventId') ?? sender.id,
		type: chosenPlace(read, 'eventType') ?? sender.type,
	};
}

/** The place that is chosen for the event's id or type; undefined where it is left to the scheme. */
export function chosenPlace(
	read: ReadParameter,
	what: 'eventId' | 'eventType',
): Place[] | undefined {
	const name = readText(read, `${what}Name`);
	switch (read(`${what}From`, 'scheme')) {
		case 'header':
			return name ? [{ header: name }] : [];
		case 'body':
			return name ? [{ path: name }] : [];
		default:
			return undefined;
	}
}
