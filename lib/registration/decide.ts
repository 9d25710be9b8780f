import type { Entry, Registration } from './registry';

/** What has to be done for a trigger's URL to be registered once, with a secret that we know. */
export interface Plan {
	action: 'adopt' | 'enable' | 'replace' | 'create' | 'refuse';
	/** The entry to adopt or to enable, or that stands in the way. */
	id?: string;
	/** Entries of ours that must deliver no more. */
	retire: string[];
}

interface Wanted {
	url: string;
	wish?: string;
	/** Whether the registry can switch an entry on again. */
	canEnable: boolean;
}

/**
 * Compares the provider's registry with what n8n kept. Ours are the entries with this trigger's URL,
 * which nobody else has, and the one we remember, whose URL may be out of date.
 *
 * An entry is only of use while its secret is known: no provider shows one again.
 */
export function decide(
	entries: readonly Entry[],
	kept: Registration | undefined,
	{ url, wish, canEnable }: Wanted,
): Plan {
	const own = ownEntries(entries, kept, url);
	const usable = own.find(
		(entry) =>
			entry.id === kept?.id &&
			entry.url === url &&
			kept.secret.trim() !== '' &&
			(entry.wish ?? kept.wish) === wish &&
			entry.state !== 'broken' &&
			(entry.state !== 'off' || canEnable),
	);
	const retire = own.filter((entry) => entry !== usable && delivers(entry)).map(({ id }) => id);
	if (!usable) return { action: own.length > 0 ? 'replace' : 'create', retire };
	const { id, state } = usable;
	if (state === 'paused') return { action: 'refuse', id, retire: [] };
	return { action: state === 'active' ? 'adopt' : 'enable', id, retire };
}

/** The entries that belong to a trigger. */
export function ownEntries(
	entries: readonly Entry[],
	kept: Registration | undefined,
	url: string,
): Entry[] {
	return entries.filter((entry) => entry.url === url || entry.id === kept?.id);
}

/** Does it deliver now, or can it come to deliver without us? */
export function delivers({ state }: Entry): boolean {
	return state !== 'off';
}
