import type { IDataObject } from 'n8n-workflow';
import type { Place } from './place';
import { readText, type ReadParameter } from './readParameter';
import type { SenderDefinition } from './senderDefinition';
import { definitionOf, schemeName } from './senders';

/** The sender that the node's parameters describe: where they name a place, it replaces the scheme's. */
export function senderOf(read: ReadParameter): SenderDefinition {
	const sender = definitionOf(schemeName(read('scheme', '')));
	const list = String((read('options', {}) as IDataObject).splitEvents ?? '').trim();
	const id = chosenPlace(read, 'eventId');
	return {
		...sender,
		...(list && { list }),
		...(id && { hasNoId: undefined }),
		id: id ?? sender.id,
		type: chosenPlace(read, 'eventType') ?? sender.type,
	};
}

/**
 * The places that are chosen for the event's id or type; undefined where it is left to the scheme.
 * Names with commas between them are tried in turn, names with plus signs make one value together.
 */
export function chosenPlace(
	read: ReadParameter,
	what: 'eventId' | 'eventType',
): Place[] | undefined {
	const from = read(`${what}From`, 'scheme');
	if (from === 'hash') return [{ hash: 'body' }];
	const make = MAKE[from as keyof typeof MAKE] as ((name: string) => Place) | undefined;
	if (!make) return undefined;
	const names = readText(read, `${what}Name`).split(',');
	return names.flatMap((name): Place[] => {
		const joined = name.split('+').flatMap((one) => one.trim() || []);
		const [first] = joined;
		if (first === undefined) return [];
		return [joined.length === 1 ? make(first) : { joined: joined.map(make) }];
	});
}

const MAKE = {
	header: (header: string): Place => ({ header }),
	query: (query: string): Place => ({ query }),
	body: (path: string): Place => ({ path }),
};
