import type { ProviderParts } from '../shared/createProvider.mts';
import type { Backtest, PipaiSettings, Strategy, Webhook } from './types.mts';

/** What the parts of this provider share. */
export interface PipaiContext extends ProviderParts {
	apiKey: string;
	apiSecret: string;
	settings: PipaiSettings;
	webhooks: Map<string, Webhook>;
	strategies: Map<string, Strategy>;
	backtests: Map<string, Backtest>;
	/** Weight spent since `since` (unix ms). */
	spent: { since: number; weight: number };
}
