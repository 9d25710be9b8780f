import type { PipaiSettings } from './types.mts';

export const defaultSettings: Readonly<PipaiSettings> = {
	clockSkewMs: 0,
	signatureWindowMs: 300_000,
	scopes: ['webhooks:read', 'webhooks:write', 'trade'],
	keyExpired: false,
	brokenAfter: 20,
	backtestMs: 2_000,
	holdBacktests: false,
	backtestOutcome: 'completed',
	pageSize: 100,
	weightBudget: null,
};
