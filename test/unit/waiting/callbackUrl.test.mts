import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { itemOfCallback, jobCallbackUrl } from '../../../dist/lib/waiting/callbackUrl.js';

const URL_OF_WAIT = 'https://n8n.example.com/webhook-waiting/7/node?signature=token';
const PLACE = { executionId: '7', nodeId: 'node', round: 1 };
const SECRET = 'secret';

const queryFor = (item: number, more = {}) =>
	new URL(jobCallbackUrl(URL_OF_WAIT, SECRET, { ...PLACE, item, ...more })).search;

describe('the callback URL of one job', () => {
	it('is that of the wait, and tells the item', () => {
		const url = jobCallbackUrl(URL_OF_WAIT, SECRET, { ...PLACE, item: 3 });
		expect(url.startsWith(`${URL_OF_WAIT}&`)).toBe(true);
		expect(itemOfCallback(new URL(url).search, ['new', SECRET], PLACE)).toBe(3);
	});

	it('proves every item, however a sender orders or adds to the query', () => {
		fc.assert(
			fc.property(fc.nat(999), fc.webQueryParameters(), (item, more) => {
				const others = more.replace(/pihooks/gi, '');
				const query = `?${others}&${queryFor(item).slice(1)}&x=${others.length}`;
				expect(itemOfCallback(query, [SECRET], PLACE)).toBe(item);
			}),
		);
	});

	it.each<[string, string]>([
		['no query', ''],
		['no proof', '?pihooksItem=3'],
		['no item', queryFor(3).replace(/pihooksItem=3&/, '')],
		['another item', queryFor(3).replace('pihooksItem=3', 'pihooksItem=4')],
		['another notation of the item', queryFor(3).replace('pihooksItem=3', 'pihooksItem=3.0')],
		['two items', `${queryFor(3)}&pihooksItem=4`],
		['two proofs', `${queryFor(3)}&pihooksProof=0`],
		['a shortened proof', queryFor(3).slice(0, -1)],
		['a proof of another length', `${queryFor(3)}0`],
		['a blank proof', queryFor(3).replace(/Proof=.*/, 'Proof=')],
		['another execution', queryFor(3, { executionId: '8' })],
		['another node', queryFor(3, { nodeId: 'other' })],
		['another round', queryFor(3, { round: 2 })],
		['fields that run into each other', queryFor(3, { executionId: '', nodeId: '7node' })],
		['a huge item', `?pihooksItem=${'9'.repeat(400)}&pihooksProof=0`],
	])('is refused with %s', (_, query) => {
		expect(itemOfCallback(query, [SECRET], PLACE)).toBeUndefined();
	});

	it('is refused where there is no secret', () => {
		expect(itemOfCallback(queryFor(3), [], PLACE)).toBeUndefined();
	});
});
