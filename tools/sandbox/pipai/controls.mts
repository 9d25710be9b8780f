import { endBacktest } from './backtests/runBacktest.mts';
import type { PipaiContext } from './context.mts';
import { newId } from './newId.mts';
import type { Backtest, PipaiSettings, Strategy, Webhook } from './types.mts';
import { addWebhook } from './webhooks/addWebhook.mts';
import { emitEvent, type Emission } from './webhooks/emitEvent.mts';

/** What PipAI's sandbox can be told and asked, beside the common controls. */
export interface PipaiControls {
	configure(settings: Partial<PipaiSettings>): PipaiSettings;
	/** The webhooks, oldest first, with their secrets. */
	webhooks(): Webhook[];
	/** Changes a webhook as its owner could in the dashboard, or as an attacker would. */
	changeWebhook(change: { id: string } & Partial<Webhook>): Webhook;
	removeWebhook(which: { id: string }): boolean;
	/** Registers webhooks of somebody else, each with a URL of its own. */
	addWebhooks(how: { count: number }): void;
	/** Tells every active webhook that subscribes to it; answers the deliveries' ids. */
	emit(event: Emission): string[];
	strategies(): Strategy[];
	/** The backtests, oldest first, each with `reads`: how often it was asked for. */
	backtests(): Backtest[];
	/** Ends a backtest now; false when it had ended already. */
	finishBacktest(how: { id: string; state?: 'completed' | 'failed' | 'cancelled' }): boolean;
}

const found = <T,>(map: Map<string, T>, id: string): T => {
	const value = map.get(id);
	if (value === undefined) throw new Error(`Nothing is called ${id}`);
	return value;
};

export function pipaiControls(context: PipaiContext): PipaiControls {
	const { settings, webhooks, strategies, backtests } = context;
	return {
		configure: (changes) => ({ ...Object.assign(settings, changes) }),
		webhooks: () => structuredClone([...webhooks.values()]),
		changeWebhook: ({ id, ...change }) =>
			structuredClone(Object.assign(found(webhooks, id), change)),
		removeWebhook: ({ id }) => webhooks.delete(id),
		addWebhooks({ count }) {
			for (let i = 0; i < count; i++) {
				addWebhook(context, {
					url: `https://other.example/${newId('')}`,
					events: ['account.*'],
					description: null,
					balanceLowThreshold: null,
				});
			}
		},
		emit: (event) => emitEvent(context, event),
		strategies: () => structuredClone([...strategies.values()]),
		backtests: () => structuredClone([...backtests.values()]),
		finishBacktest: ({ id, state = 'completed' }) =>
			endBacktest(context, found(backtests, id), state),
	};
}
