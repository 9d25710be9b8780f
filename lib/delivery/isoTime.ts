/** The latest moment that a date can hold, in ms. */
const LATEST = 8.64e15;

/** A moment (ms since the epoch) as ISO; null where a provider gave none, or what is no time. */
export function isoTime(ms: number): string | null {
	return ms > 0 && ms <= LATEST ? new Date(ms).toISOString() : null;
}
