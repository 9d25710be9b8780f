import { randomUUID } from 'node:crypto';
import type { Published } from '../n8n/openN8n.mts';
import type { Sender } from '../senders.mts';

/** One delivery as bytes. */
export interface Arrival {
	headers: Record<string, string>;
	body: string;
}

/** A published workflow, and who delivers to it. */
export interface Route extends Published {
	name: string;
	/** Deliveries of as many different events, signed now. */
	arrivals(count: number): Promise<Arrival[]>;
}

export function routeOf(
	published: Published,
	{ name, event, sign }: Pick<Sender, 'name' | 'event' | 'sign'>,
	secret: string,
): Route {
	const arrival = async (): Promise<Arrival> => {
		const body = JSON.stringify(event(randomUUID()));
		const signed = await sign({ url: published.url, body, secret });
		return { headers: { 'content-type': 'application/json', ...signed }, body };
	};
	return {
		...published,
		name,
		arrivals: async (count) => await Promise.all(Array.from({ length: count }, arrival)),
	};
}
