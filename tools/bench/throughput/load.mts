import type { Counts } from '../n8n/counts.mts';
import type { Opened } from '../n8n/openN8n.mts';
import type { Bench } from '../part.mts';
import type { Route } from './route.mts';

/** What the rows of this part are measured with. */
export interface Load extends Bench, Opened {
	counts: Counts;
	bare: Route;
	/** How many deliveries are sent in a row: what the bare trigger takes in a second or two. */
	deliveries: number;
	/** How many pairs are measured. */
	rounds: number;
}

/** Connections at a time, where a row does not say otherwise. */
export const CONNECTIONS = 8;
