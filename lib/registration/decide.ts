import type { Entry, Registration } from './registry';

/** How our registration was found. */
export type Finding =
	| 'fine'
	| 'gone'
	| 'off'
	| 'paused'
	| 'broken'
	| 'otherUrl'
	| 'otherSubscription'
	| 'unknownSecret'
	| 'second'
	| 'taken';

/** What has to be done for a trigger's URL to be registered once, with a secret that we know. */
export interface Plan {
	found: Finding;
	action: 'adopt' | 'enable' | 'replace' | 'create' | 'refuse';
	/** The entry to adopt or to enable, or that stands in the way. */
	id?: string;
	/** Why that stands in the way, where the registry says so. */
	problem?: string;
	/** Entries of ours that must deliver no more. */
	retire: string[];
}

interface Wanted {
	url: string;
	subscription?: string;
	/** Whether the registry can switch an entry on again. */
	canEnable: boolean;
	/** Whether a foreign entry may be replaced. */
	replacesForeign?: boolean;
}

/**
 * Compares the provider's registry with what n8n stored. Ours are the entries with this trigger's
 * URL, which nobody else has, and the one we remember, whose URL may be out of date.
 *
 * An entry is only of use while its secret is known: no provider shows one again.
 */
export function decide(
	entries: readonly Entry[],
	stored: Registration | undefined,
	wanted: Wanted,
): Plan {
	const own = ownEntries(entries, stored, wanted.url);
	const foreign = entries.find((entry) => entry.state === 'foreign' && !own.includes(entry));
	const remembered = own.find(({ id }) => id === stored?.id);
	const usable = remembered && isUsable(remembered, stored, wanted) ? remembered : undefined;
	const retire = own.filter((entry) => entry !== usable && delivers(entry)).map(({ id }) => id);

	if (!usable) {
		if (foreign && !wanted.replacesForeign) {
			const { id, problem } = foreign;
			return { found: 'taken', action: 'refuse', id, ...(problem && { problem }), retire: [] };
		}
		const action = own.length > 0 ? 'replace' : 'create';
		const none = own.length > 0 ? 'unknownSecret' : 'gone';
		return { found: remembered ? unusable(remembered, stored, wanted) : none, action, retire };
	}
	const { id, state } = usable;
	if (state === 'paused') return { found: 'paused', action: 'refuse', id, retire: [] };
	if (state === 'off') return { found: 'off', action: 'enable', id, retire };
	return { found: retire.length > 0 ? 'second' : 'fine', action: 'adopt', id, retire };
}

function isUsable(entry: Entry, stored: Registration | undefined, wanted: Wanted): boolean {
	return (
		entry.url === wanted.url &&
		stored?.secret.trim() !== '' &&
		isSubscribed(entry, stored, wanted) &&
		entry.state !== 'broken' &&
		(entry.state !== 'off' || wanted.canEnable)
	);
}

/** Why the entry that we remember is of no use, as a user would say it. */
function unusable(entry: Entry, stored: Registration | undefined, wanted: Wanted): Finding {
	if (entry.state === 'broken' || entry.state === 'paused' || entry.state === 'off')
		return entry.state;
	if (entry.url !== wanted.url) return 'otherUrl';
	return isSubscribed(entry, stored, wanted) ? 'unknownSecret' : 'otherSubscription';
}

/** Where the provider does not show the subscription, what we stored has to tell. */
function isSubscribed(entry: Entry, stored: Registration | undefined, wanted: Wanted): boolean {
	return (entry.subscription ?? stored?.subscription) === wanted.subscription;
}

/** The entries that belong to a trigger. */
export function ownEntries<Known extends Entry>(
	entries: readonly Known[],
	stored: Registration | undefined,
	url: string,
): Known[] {
	return entries.filter((entry) => entry.url === url || entry.id === stored?.id);
}

/** Does it deliver now, or can it come to deliver without us? */
export function delivers({ state }: Entry): boolean {
	return state !== 'off';
}
