/** Again after 5 s, three attempts in all (docs/reference/piapi.md 4). */
export const RETRY_AFTER = [5_000, 5_000] as const;
