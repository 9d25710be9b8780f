import type { KeyObject } from 'node:crypto';
import type { ProviderParts } from '../shared/createProvider.mts';
import type { PipevestSettings, Webhook } from './types.mts';

export interface Client {
	clientId: string;
	clientSecret: string;
	keyId: string;
	/** What the client signs its calls with; the provider looks at its public half only. */
	key: KeyObject;
}

/** What the parts of this provider share. */
export interface PipevestContext extends ProviderParts {
	client: Client;
	settings: PipevestSettings;
	/** End of each token, in Unix milliseconds. */
	tokens: Map<string, number>;
	webhook: Webhook | null;
	/** What deliveries are signed with. */
	deliveryKey: KeyObject;
	/** How often it was rotated. */
	rotations: number;
}
