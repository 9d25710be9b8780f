import type { PipevestContext } from './context.mts';
import { keyNamed, opensshLine } from './keys.mts';
import { signDelivery } from './signatures/signDelivery.mts';
import type { Dialect, PipevestSettings, Webhook } from './types.mts';
import { deliverEvent, type EventToSend } from './webhooks/deliverEvent.mts';

/** What Pipevest's sandbox can be told and asked, beside the common controls. */
export interface PipevestControls {
	configure(settings: Partial<PipevestSettings>): PipevestSettings;
	webhook(): Webhook | null;
	/** As somebody else would have set it; null takes it away. */
	setWebhook(webhook: Partial<Webhook> | null): void;
	/** Every token given so far is refused from now on. */
	expireTokens(): void;
	/** Deliveries are signed with a new key from now on; answers its line. */
	rotateKey(): string;
	/** Delivers an event; answers the delivery's id, null when the webhook does not want it. */
	sendEvent(event: EventToSend): string | null;
	/** Headers that sign a delivery of this body to that URL, without sending it. */
	sign(delivery: {
		url: string;
		body: string;
		dialect?: Dialect;
		/** Content type; default: JSON. */
		type?: string;
	}): Record<string, string>;
}

export function pipevestControls(context: PipevestContext): PipevestControls {
	const { clock, settings, tokens } = context;
	return {
		configure: (changes) => ({ ...Object.assign(settings, changes) }),
		webhook: () => structuredClone(context.webhook),
		setWebhook(webhook) {
			const now = Math.floor(clock.now() / 1000);
			const times = { createdAt: now, updatedAt: now };
			const found: Webhook = {
				...{ webhookId: 123_456, status: 'ACTIVE', url: '', subscriptions: ['ALL'] },
				...times,
			};
			context.webhook = webhook && { ...found, ...webhook };
		},
		expireTokens: () => tokens.clear(),
		rotateKey() {
			context.rotations++;
			context.deliveryKey = keyNamed(`deliveries ${context.rotations}`);
			return opensshLine(context.deliveryKey, 'pipevest');
		},
		sendEvent: (event) => deliverEvent(context, event)?.record.id ?? null,
		sign: ({ dialect = settings.signs, ...delivery }) =>
			signDelivery({ ...delivery, dialect, key: context.deliveryKey, now: clock.now() }),
	};
}
