import { contentTemplate, idTouchesPlace } from './contentTemplate';
import type { HmacScheme } from './scheme';

/**
 * Why a definition cannot be used, for whoever typed it; undefined when it can. What is not signed
 * is not believed: a time or an id that the content leaves out could be changed by anyone.
 */
export function hmacFault({ signature, content, timestamp, id }: HmacScheme): string | undefined {
	const template = contentTemplate(content);
	const places = template?.map((part) => part.place);
	if (!template || !places) {
		return 'the signed content knows {timestamp}, {id}, {method}, {url} and {body} only';
	}
	if (!places.includes('body')) return 'the signed content has no {body}';
	if (signature.headers.every((name) => name.trim() === '')) return 'no signature header is named';
	if (places.includes('timestamp') && !timestamp) return 'no place of the {timestamp} is named';
	if (timestamp && !places.includes('timestamp')) return 'the signed content has no {timestamp}';
	if (places.includes('id') && !id) return 'no header of the {id} is named';
	if (id && !places.includes('id')) return 'the signed content has no {id}';
	if (idTouchesPlace(template)) {
		return 'no text parts {id} from the place beside it, so that bytes could move from one to the other unseen';
	}
	const lists = [timestamp?.headers, id?.headers].filter((list) => list !== undefined);
	if (lists.some((list) => list.length !== signature.headers.length)) {
		return 'alternative header names must be named for every header alike';
	}
	return undefined;
}
