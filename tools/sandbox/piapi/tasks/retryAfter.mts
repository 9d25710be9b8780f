/** Again after 5 s, three attempts in all (seeds/001; reference/piapi.md section 4). */
export const RETRY_AFTER = [5_000, 5_000] as const;
