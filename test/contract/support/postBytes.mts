import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

export interface Reply {
	status: number;
	answer: unknown;
}

/** Posts bytes with headers exactly as given, repeated ones too, and reads the JSON answer. */
export async function postBytes(
	url: string,
	headers: Array<[string, string]>,
	body: Buffer,
): Promise<Reply> {
	const { host } = new URL(url);
	const all = [['Host', host], ['Content-Length', String(body.length)], ...headers].flat();
	const sent = request(url, { method: 'POST', headers: all, agent: false });
	sent.end(body);
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	return { status: response.statusCode ?? 0, answer: text === '' ? undefined : JSON.parse(text) };
}
