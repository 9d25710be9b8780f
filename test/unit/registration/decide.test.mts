import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Plan } from '../../../dist/lib/registration/decide.js';
import type { Entry, Registration } from '../../../dist/lib/registration/registry.js';

const URL = 'https://n8n.example/webhook/a/webhook';
const OLD_URL = 'https://old.example/webhook/a/webhook';
const stored: Registration = {
	id: 'mine',
	url: URL,
	secret: 's3cret',
	owner: 'us',
	subscription: 'all',
};

const mine = (state: Entry['state'], more: Partial<Entry> = {}): Entry => ({
	id: 'mine',
	url: URL,
	state,
	...more,
});
const stranger = (state: Entry['state']): Entry => ({ id: 'stranger', url: URL, state });
const foreign: Entry = { id: 'foreign', url: 'https://other.example/', state: 'active' };

type Row = [what: string, remote: Entry[], kept: Registration | undefined, plan: Plan];

const rows: Row[] = [
	['nothing anywhere', [], undefined, { found: 'gone', action: 'create', retire: [] }],
	['only entries of others', [foreign], undefined, { found: 'gone', action: 'create', retire: [] }],
	[
		'ours, active',
		[mine('active')],
		stored,
		{ found: 'fine', action: 'adopt', id: 'mine', retire: [] },
	],
	['ours, off', [mine('off')], stored, { found: 'off', action: 'enable', id: 'mine', retire: [] }],
	[
		'ours, broken',
		[mine('broken')],
		stored,
		{ found: 'broken', action: 'replace', retire: ['mine'] },
	],
	[
		'ours, paused',
		[mine('paused')],
		stored,
		{ found: 'paused', action: 'refuse', id: 'mine', retire: [] },
	],
	[
		'ours, gone at the provider',
		[foreign],
		stored,
		{ found: 'gone', action: 'create', retire: [] },
	],
	[
		'our URL, and n8n knows nothing',
		[mine('active')],
		undefined,
		{ found: 'unknownSecret', action: 'replace', retire: ['mine'] },
	],
	[
		'our URL, off, and n8n knows nothing',
		[mine('off')],
		undefined,
		{ found: 'unknownSecret', action: 'replace', retire: [] },
	],
	[
		'our URL, with a secret that is blank',
		[mine('active')],
		{ ...stored, secret: ' ' },
		{ found: 'unknownSecret', action: 'replace', retire: ['mine'] },
	],
	[
		'ours, beside another active one with our URL',
		[stranger('active'), mine('active'), foreign],
		stored,
		{ found: 'second', action: 'adopt', id: 'mine', retire: ['stranger'] },
	],
	[
		'ours, off, beside another active one with our URL',
		[stranger('active'), mine('off')],
		stored,
		{ found: 'off', action: 'enable', id: 'mine', retire: ['stranger'] },
	],
	[
		'ours, with the URL of before',
		[mine('active', { url: OLD_URL })],
		{ ...stored, url: OLD_URL },
		{ found: 'otherUrl', action: 'replace', retire: ['mine'] },
	],
	[
		'ours, which subscribes to something else there',
		[mine('active', { subscription: 'some' })],
		stored,
		{ found: 'otherSubscription', action: 'replace', retire: ['mine'] },
	],
	[
		'ours, made when the node subscribed to something else',
		[mine('active')],
		{ ...stored, subscription: 'some' },
		{ found: 'otherSubscription', action: 'replace', retire: ['mine'] },
	],
];

describe('decide', () => {
	it.each(rows)('%s', (_, remote, known, plan) => {
		expect(decide(remote, known, { url: URL, subscription: 'all', canEnable: true })).toEqual(plan);
	});

	it('replaces one that is off where the registry cannot switch it on', () => {
		const wanted = { url: URL, subscription: 'all', canEnable: false };
		expect(decide([mine('off')], stored, wanted).action).toBe('replace');
	});

	it('leads to one active entry with our URL from anywhere, touches nobody else, and is then content', () => {
		const state = fc.constantFrom<Entry['state'][]>('active', 'off', 'broken');
		const entry = fc.record({ url: fc.constantFrom(URL, OLD_URL, foreign.url), state });
		const remote = fc
			.array(entry, { maxLength: 6 })
			.map((all) => all.map((one, index): Entry => ({ ...one, id: `wh_${index}` })));
		const memory = fc.option(
			fc.record({ id: fc.constantFrom('wh_0', 'wh_1', 'gone'), secret: fc.constantFrom('', 's') }),
			{ nil: undefined },
		);
		const wanted = { url: URL, canEnable: true };
		fc.assert(
			fc.property(remote, memory, (before, known) => {
				const remembered = known && { url: URL, owner: 'us', ...known };
				const plan = decide(before, remembered, wanted);
				const after = carryOut(before, plan);
				const active = after.filter(({ url, state }) => url === URL && state === 'active');
				expect(active).toHaveLength(1);
				const isOurs = ({ id, url }: Entry) => url === URL || id === remembered?.id;
				const others = (all: Entry[]) => all.filter((one) => !isOurs(one) && one.id !== 'new');
				expect(others(after)).toEqual(others(before));
				expect(
					decide(after, { ...stored, subscription: undefined, id: active[0].id }, wanted),
				).toEqual({
					found: 'fine',
					action: 'adopt',
					id: active[0].id,
					retire: [],
				});
			}),
		);
	});
});

/** What a registry like Pi's makes of a plan. */
function carryOut(before: Entry[], { action, id, retire }: Plan): Entry[] {
	const switched = before.map((entry): Entry => {
		if (retire.includes(entry.id)) return { ...entry, state: 'off' };
		return action === 'enable' && entry.id === id ? { ...entry, state: 'active' } : entry;
	});
	const isNew = action === 'create' || action === 'replace';
	return isNew ? [...switched, { id: 'new', url: URL, state: 'active' }] : switched;
}
