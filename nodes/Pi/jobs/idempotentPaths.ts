/** Endpoints that know idempotency keys (docs/reference/pi.md 3). */
const PATHS: ReadonlySet<string> = new Set([
	'/avatars/generate',
	'/images/generations',
	'/ads/generate',
	'/campaigns/generate',
	'/images/campaigns',
	'/campaigns/edit',
	'/campaigns/localize-ad',
	'/health/wellness',
	'/neuro/decode',
]);

export function isIdempotent(path: string): boolean {
	return PATHS.has(path);
}
