import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../../../tools/sandbox/control.mts';
import { quiet } from '../support/runsOf.mts';
import { n8n, world } from '../world/world.mts';
import {
	type Places,
	countCarriers,
	findSecrets,
	placesOfN8n,
	placesOfRequests,
} from './support/findSecrets.mts';
import type { Flows } from './support/flows/flow.mts';
import { liveKitFlows, pipevestFlows, signedFlows } from './support/flows/others.mts';
import { piapiFlows } from './support/flows/piapi.mts';
import { piFlows, pipaiFlows } from './support/flows/registered.mts';

/** Where each secret has to be, and nowhere else: what the protocol asks for in a call. */
const PLACES: Record<string, string[]> = {
	'PiAPI key': ['piapi: header authorization', 'piapi: header x-api-key'],
	'PiAPI webhook secret': ['piapi: body of /api/v1/task'],
	'PiAPI callback secret': ['piapi: body of /api/v1/task', 'piapi: body of /mj/v2/imagine'],
	'Pi key': ['pi: header authorization'],
	'Pi registered secret': ['pi: body of /api/v1/webhooks'],
	'PipAI key': ['pipai: header x-pipai-api-key'],
	'PipAI secret': [],
	'PipAI registered secret': [],
	'Pipevest client secret': ['pipevest: body of /v1/oauth/token'],
	'Pipevest private key': [],
	'Pipevest token': ['pipevest: header authorization'],
	'LiveKit secret': [],
	'Signed Webhook secret': [],
};

const secrets: Record<string, string[]> = {};
const places: Places = new Map();

beforeAll(async () => {
	const flows: Flows[] = [];
	for (const run of [piapiFlows, piFlows, pipaiFlows, pipevestFlows, liveKitFlows, signedFlows]) {
		flows.push(await run());
	}
	const workflowIds = flows.flatMap((each) => each.workflowIds);
	for (const id of workflowIds) await quiet(id);
	for (const each of flows) Object.assign(secrets, each.secrets);
	const found = [await placesOfN8n(workflowIds)];
	for (const [name, url] of Object.entries(world().providers)) {
		found.push(placesOfRequests(name, await (await connect(url)).requests()));
	}
	for (const [place, texts] of found.flatMap((each) => [...each])) places.set(place, texts);
	const { workflows } = await n8n();
	for (const id of workflowIds) await workflows.unpublish(id);
}, 900_000);
afterAll(async () => {
	for (const url of Object.values(world().providers)) await (await connect(url)).reset();
});

describe('after flows with every credential', () => {
	it.each(Object.keys(PLACES))('%s stands only where it has to', async (name) => {
		expect(secrets[name].length).toBeGreaterThan(0);
		expect(secrets[name].filter((secret) => secret.length < 8)).toEqual([]);
		expect(findSecrets(secrets[name], places)).toEqual(PLACES[name]);
		expect(await countCarriers(secrets[name])).toBe(0);
	});

	it('no secret was left out, and no place', () => {
		expect(Object.keys(secrets).sort()).toEqual(Object.keys(PLACES).sort());
		for (const place of ['n8n: log', 'n8n: workflow', 'n8n: execution', 'n8n: database file']) {
			expect(places.get(place)?.some((text) => text.length > 0)).toBe(true);
		}
		expect(String(places.get('n8n: log'))).toMatch(/n8n ready/);
	});
});
