import type { ProviderRequest } from './request';

/** How often a safe call is tried in all, and how long one try may take, in ms. */
export type RetryBudget = Required<Pick<ProviderRequest, 'attempts' | 'timeout'>>;

/** One table for all providers: who waits for the answer decides how patient a call may be. */
export const retryBudget = {
	/** An execution waits. */
	execution: { attempts: 4, timeout: 60_000 },
	/** n8n publishes or unpublishes a workflow, and itself tries again. */
	activation: { attempts: 2, timeout: 15_000 },
	/** A provider waits for the answer to its callback. */
	callback: { attempts: 1, timeout: 10_000 },
} as const satisfies Record<string, RetryBudget>;
