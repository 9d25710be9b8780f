import {
	createProvider,
	type ProviderOptions,
	type ProviderSandbox,
} from '../shared/createProvider.mts';
import type { SandboxInfo } from '../shared/control/types.mts';
import { addRoomRoutes } from './addRoomRoutes.mts';
import { sendEvent, type EventOrder } from './sendEvent.mts';

export interface LiveKitInfo extends SandboxInfo {
	provider: 'livekit';
	apiKey: string;
	apiSecret: string;
}

export interface LiveKitSettings {
	/** The target URLs that the project's settings name; LiveKit has no API for them. */
	webhooks: string[];
	/** Other keys than the project's own: what is signed with them comes from somebody else. */
	signAs?: { apiKey: string; apiSecret: string };
}

/** What LiveKit's sandbox can be told, beside the common controls. */
export interface LiveKitControls {
	configure(settings: Partial<LiveKitSettings>): void;
	/** Tells every target URL of an event; answers the ids of the deliveries. */
	sendEvent(order: EventOrder): Promise<string[]>;
}

export type LiveKitSandbox = ProviderSandbox<LiveKitInfo, LiveKitControls>;

const KEYS = { apiKey: 'APIsandbox', apiSecret: 'sandbox-secret-of-the-livekit-project' };

/** Starts a LiveKit project on loopback, as far as webhooks go (docs/reference/livekit.md). */
export async function startLiveKit(options: ProviderOptions = {}): Promise<LiveKitSandbox> {
	return await createProvider<LiveKitInfo, LiveKitControls>(options, (parts) => {
		const settings: LiveKitSettings = { webhooks: [] };
		addRoomRoutes(parts.server.app, KEYS);
		return {
			info: (url) => ({ provider: 'livekit', url, ...KEYS }),
			controls: {
				configure: (changes) => void Object.assign(settings, changes),
				sendEvent: async (order) =>
					await sendEvent(parts, settings.webhooks, settings.signAs ?? KEYS, order),
			},
			forget() {
				settings.webhooks = [];
				delete settings.signAs;
			},
		};
	});
}
