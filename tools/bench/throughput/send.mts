import { Pool } from 'undici';
import type { Arrival, Route } from './route.mts';

/**
 * Sends all, so many at a time, each connection waiting for its answer.
 * @throws Error at the first answer with another status
 */
export async function send(
	{ url }: Pick<Route, 'url'>,
	arrivals: readonly Arrival[],
	connections: number,
	expected = 200,
): Promise<void> {
	const { origin, pathname: path } = new URL(url);
	const pool = new Pool(origin, { connections, pipelining: 1 });
	const left = [...arrivals];
	const lane = async () => {
		for (let next = left.pop(); next; next = left.pop()) {
			const { statusCode, body } = await pool.request({ method: 'POST', path, ...next });
			const text = await body.text();
			if (statusCode !== expected) throw new Error(`n8n answered ${statusCode} ${text}`);
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, lane));
	} finally {
		await pool.close();
	}
}
