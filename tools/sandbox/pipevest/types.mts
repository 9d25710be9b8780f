export type Dialect = 'pipevest' | 'rfc9421';

/** The one webhook of a client (docs/reference/pipevest.md 5). Times in Unix seconds. */
export interface Webhook {
	webhookId: number;
	status: 'ACTIVE' | 'DEACTIVED';
	url: string;
	subscriptions: string[];
	createdAt: number;
	updatedAt: number;
}

export interface PipevestSettings {
	/** How long a token is good for, in real seconds. */
	tokenSeconds: number;
	/** Calls signed otherwise are 401. */
	accepts: Dialect | 'any';
	/** How deliveries are signed. */
	signs: Dialect;
	/** Whether a new or changed webhook is told so itself. */
	announces: boolean;
	/** Real milliseconds a receiver has. */
	deliveryTimeoutMs: number;
}

export const defaultSettings: Readonly<PipevestSettings> = {
	tokenSeconds: 3_600,
	accepts: 'any',
	signs: 'pipevest',
	announces: true,
	deliveryTimeoutMs: 30_000,
};
