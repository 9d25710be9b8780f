const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/**
 * A time as the provider's Go server writes it: nanoseconds, `Z` or `+08:00`, and
 * `0001-01-01T00:00:00Z` for what has not happened (docs/reference/piapi.md 1.4).
 */
export function goTime(ms: number | null, eastern: boolean): string {
	if (ms === null) return '0001-01-01T00:00:00Z';
	const local = new Date(eastern ? ms + EIGHT_HOURS : ms).toISOString();
	const nanoseconds = String((ms % 1000) * 997).padStart(6, '0');
	return `${local.slice(0, -1)}${nanoseconds}${eastern ? '+08:00' : 'Z'}`;
}
