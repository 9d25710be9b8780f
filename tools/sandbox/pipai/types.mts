import type { Job } from '../shared/jobs/types.mts';

export type WebhookStatus = 'active' | 'paused' | 'broken';

/** Times are unix milliseconds. */
export interface Webhook {
	id: string;
	url: string;
	events: string[];
	description: string | null;
	balanceLowThreshold: string | null;
	status: WebhookStatus;
	consecutiveFailures: number;
	lastDeliveryAt: number | null;
	lastSuccessAt: number | null;
	createdAt: number;
	/** The provider shows it once; the control `webhooks` always. */
	secret: string;
}

export interface Strategy {
	id: string;
	status: 'draft' | 'deployed' | 'paused' | 'stopped' | 'error';
	dryRun: boolean | null;
	createdAt: number;
	/** The checked body of its create call. */
	order: Record<string, unknown>;
}

export interface Backtest extends Job {
	/** The checked body of its create call. */
	order: Record<string, unknown>;
}

export interface PipaiSettings {
	/** How far the provider's clock is ahead of the real time, in ms. */
	clockSkewMs: number;
	/** How far a request's timestamp may be off, in ms: not documented. */
	signatureWindowMs: number;
	/** What the API key may do. */
	scopes: string[];
	keyExpired: boolean;
	/** Failed attempts in a row after which a webhook is `broken`: not documented. */
	brokenAfter: number;
	/** From creation to the end of a backtest, before time scale. */
	backtestMs: number;
	/** Backtests run until the control `finishBacktest`. */
	holdBacktests: boolean;
	backtestOutcome: 'completed' | 'failed';
	/** A page has no more than this, whatever `limit` asks for. */
	pageSize: number;
	/** Weight per minute (before time scale); null = no limit. The real budget is not documented. */
	weightBudget: number | null;
}
