import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

interface Kept {
	/** In ms since the epoch. */
	readAt: number;
	/** When a refusal had it read anew last, in ms since the epoch. */
	renewedAt: number;
	data: Promise<ICredentialDataDecryptedObject>;
}

export interface KeptCredentials {
	/** The same context, whose credentials are kept for a moment. */
	ctx: IWebhookFunctions;
	/**
	 * Has what this context used read anew, unless a refusal had that done a moment ago.
	 *
	 * @returns whether it pays to try again
	 */
	renew(): boolean;
}

/** How long a credential may still be used after it was changed. */
const KEPT_MS = 5_000;

/** A refusal has a credential read anew once in this time, however lately it was read. */
const RENEW_MS = 1_000;

const kept = new Map<string, Kept>();

/**
 * Reads each credential from n8n once in 5 s at most. Outside of an execution n8n opens an isolate for
 * the expressions of each one that it decrypts (n8n 2.41, credentials-helper): about 20 ms of the
 * processor, as much as it needs for the rest of a delivery. Who mends a secret need not wait: after a
 * refusal it is renewed at once, and once a second at most, so that forgeries stay cheap. While the user listens
 * for a test event, every one is read anew.
 *
 * @param clock ms since the epoch
 */
export function keepCredentials(
	ctx: IWebhookFunctions,
	clock: () => number = Date.now,
): KeptCredentials {
	if (ctx.getMode() === 'manual') return { ctx, renew: () => false };
	const used = new Map<string, { type: string; entry: Kept }>();

	const getCredentials = async (type: string) => {
		const key = keyOf(ctx, type);
		forgetOld(clock());
		const entry = kept.get(key) ?? keep(key, clock(), -Infinity, ctx.getCredentials(type));
		used.set(key, { type, entry });
		return { ...(await entry.data) };
	};

	return {
		ctx: Object.create(ctx, { getCredentials: { value: getCredentials } }) as IWebhookFunctions,
		renew() {
			const now = clock();
			for (const [key, { type, entry }] of used)
				if (kept.get(key) === entry && Math.abs(now - entry.renewedAt) >= RENEW_MS)
					keep(key, now, now, ctx.getCredentials(type));
			return [...used].some(([key, { entry }]) => kept.get(key) !== entry);
		},
	};
}

/** Keeps what is being read, unless that fails. */
function keep(key: string, readAt: number, renewedAt: number, data: Kept['data']): Kept {
	const entry = { readAt, renewedAt, data };
	kept.set(key, entry);
	void data.catch(() => kept.get(key) === entry && kept.delete(key));
	return entry;
}

/** Executions may have the credentials of different users, so each parked one keeps its own. */
function keyOf(ctx: IWebhookFunctions, type: string): string {
	const { id, credentials } = ctx.getNode();
	return JSON.stringify([
		...[ctx.getWorkflow().id, id, ctx.getExecutionId()],
		...[type, credentials?.[type]?.id],
	]);
}

/** Also what is of the future: the clock was set back. */
function forgetOld(now: number) {
	for (const [key, { readAt }] of kept) if (Math.abs(now - readAt) >= KEPT_MS) kept.delete(key);
}
