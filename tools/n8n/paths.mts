import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where big things are kept between runs, outside the checkout. `PIHOOKS_CACHE` overrides it. */
export function cacheFolder(): string {
	const { PIHOOKS_CACHE, XDG_CACHE_HOME } = process.env;
	return PIHOOKS_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-pihooks');
}
