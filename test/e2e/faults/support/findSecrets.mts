import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEntry } from '../../../../tools/sandbox/shared/server/createRequestJournal.mts';
import { sql } from '../../../../tools/n8n/sql.mts';
import { n8n, n8nLog, world } from '../../world/world.mts';

/** Every place of one kind, by its name, with what is there. */
export type Places = Map<string, Array<string | Buffer>>;

/** What n8n shows of these workflows and their executions, and all that it has written to disk. */
export async function placesOfN8n(workflowIds: string[]): Promise<Places> {
	const { rest, executions } = await n8n();
	const places: Places = new Map([['n8n: log', [await n8nLog()]]]);
	const add = (place: string, text: string | Buffer) =>
		places.set(place, [...(places.get(place) ?? []), text]);
	for (const workflowId of workflowIds) {
		add('n8n: workflow', JSON.stringify(await rest.request('GET', `/workflows/${workflowId}`)));
		for (const { id } of await executions.list({ workflowId })) {
			add('n8n: execution', JSON.stringify(await rest.request('GET', `/executions/${id}`)));
		}
	}
	const folder = join(world().userFolder, '.n8n');
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, file);
		if (file.startsWith('nodes') || !statSync(path).isFile()) continue;
		add(/^database\.sqlite/.test(file) ? 'n8n: database file' : `n8n: ${file}`, readFileSync(path));
	}
	return places;
}

/** What a provider was sent, by the part of the request; headers each by their name. */
export function placesOfRequests(provider: string, requests: RequestEntry[]): Places {
	const places: Places = new Map();
	const add = (place: string, text: unknown) =>
		places.set(place, [...(places.get(place) ?? []), String(text)]);
	for (const { path, query, headers, body } of requests) {
		add(`${provider}: URL`, decodeURIComponent(`${path}?${query}`));
		add(`${provider}: body of ${path.replace(/[\w-]*\d{3}[\w-]*/g, '…')}`, body);
		for (const [name, value] of Object.entries(headers)) add(`${provider}: header ${name}`, value);
	}
	return places;
}

/** The places in which any of these secrets stands. */
export function findSecrets(secrets: string[], places: Places): string[] {
	const found = [...places].filter(([, texts]) =>
		texts.some((text) => secrets.some((secret) => text.includes(secret))),
	);
	return found.map(([place]) => place).sort();
}

/** How many stored executions carry any of these, in their data or in the workflow beside it. */
export async function countCarriers(secrets: string[]): Promise<number> {
	const carries = secrets
		.map((secret) => `instr(data, '${secret}') OR instr(workflowData, '${secret}')`)
		.join(' OR ');
	const [row] = await sql(world(), `SELECT count(*) AS count FROM execution_data WHERE ${carries}`);
	return Number(row.count);
}
