import type { Dispatcher } from 'undici';
import { post, type HeaderList } from './post.mts';
import type { Exchange } from './types.mts';

export interface Sending {
	url: string;
	method?: Dispatcher.HttpMethod;
	headers?: HeaderList;
	/** Text, or any bytes as base64 in `bodyBase64`. */
	body?: string;
	bodyBase64?: string;
	/** Copies, all on the way at once; default 1. */
	times?: number;
	/** Real milliseconds per copy. */
	timeoutMs?: number;
}

/** Sends any message, as many copies at once as asked, each over a connection of its own. */
export async function send(sending: Sending, dispatcher: Dispatcher): Promise<Exchange[]> {
	const { times = 1, bodyBase64, body, ...message } = sending;
	const bytes = bodyBase64 === undefined ? body : Buffer.from(bodyBase64, 'base64');
	const copies = Array.from({ length: times }, async () =>
		post({ ...message, body: bytes }, dispatcher),
	);
	return await Promise.all(copies);
}
