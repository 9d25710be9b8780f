import type { Post } from '../../../../tools/sandbox/shared/deliveries/post.mts';
import type { Headers, SignedSender } from '../../../contract/support/signedSenders.mts';

const HOUR_MS = 3_600_000;
const LARGE = 500_000;

interface Forgery {
	url: string;
	id: string;
	sender: SignedSender;
}

type Forge = (forgery: Forgery) => Promise<Post>;

async function signed({ sender, url, id }: Forgery, more: { at?: number; secret?: string } = {}) {
	const type = 'job.completed';
	const body = Buffer.from(JSON.stringify(sender.body(id, type)));
	const headers = await sender.sign({ body, id, type, at: Date.now(), url, ...more });
	return { body, headers: [['content-type', 'application/json'], ...headers] as Headers };
}

/** Changes the value of the header that proves the sender; without a value it is left out. */
function proving({ header }: SignedSender, headers: Headers, change: (value: string) => string) {
	const changed = headers.map(([name, value]): [string, string] =>
		name.toLowerCase() === header.toLowerCase() ? [name, change(value)] : [name, value],
	);
	return changed.filter(([, value]) => value !== '(none)');
}

const changing =
	(change: (value: string) => string): Forge =>
	async (forgery) => {
		const { body, headers } = await signed(forgery);
		return { url: forgery.url, body, headers: proving(forgery.sender, headers, change) };
	};

/** A delivery that is right in everything. */
export const rightful: Forge = async (delivery) => ({
	url: delivery.url,
	...(await signed(delivery)),
});

/** Ways to pretend; each takes a rightful delivery and spoils one thing. */
export const forgeries: Record<string, Forge> = {
	'no proof': changing(() => '(none)'),
	'a blank proof': changing(() => ''),
	'half a proof': changing((value) => value.slice(0, value.length / 2)),
	'a longer proof': changing((value) => value + 'A'.repeat(4_000)),
	'another alphabet': changing((value) => encodeURIComponent(`ü${value}`)),
	'another secret': async (forgery) => ({
		url: forgery.url,
		...(await signed(forgery, { secret: 'whsec_b3RoZXIgc2VjcmV0' })),
	}),
	'another body': async (forgery) => ({
		url: forgery.url,
		...(await signed(forgery)),
		body: Buffer.from('{"event":"another"}'),
	}),
	'a large body': async (forgery) => ({
		url: forgery.url,
		...(await signed(forgery)),
		body: Buffer.from(JSON.stringify({ padding: 'x'.repeat(LARGE) })),
	}),
	'an old delivery': async (forgery) => ({
		url: forgery.url,
		...(await signed(forgery, { at: Date.now() - HOUR_MS })),
	}),
};
