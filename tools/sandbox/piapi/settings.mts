import type { PiapiSettings } from './types.mts';

export const defaultSettings: Readonly<PiapiSettings> = {
	durationMs: 2_000,
	statusCase: 'lower',
	deliveryTimeoutMs: 30_000,
	plan: 'creator',
	midjourneyPlaces: 10,
	chatMs: 0,
	seed: 1,
};
