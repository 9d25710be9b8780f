import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

interface Kept {
	/** In ms since the epoch. */
	readAt: number;
	data: Promise<ICredentialDataDecryptedObject>;
}

export interface KeptCredentials {
	/** The same context, whose credentials are kept for a moment. */
	ctx: IWebhookFunctions;
	/**
	 * Forgets what this context has used, unless it was read a moment ago.
	 *
	 * @returns whether it pays to try again
	 */
	renew(): boolean;
}

/** How long a credential may still be used after it was changed. */
const KEPT_MS = 5_000;

/** One that refused a delivery is read again when it is older than this. */
const FRESH_MS = 1_000;

const kept = new Map<string, Kept>();

/**
 * Reads each credential from n8n once in 5 s at most. Outside of an execution n8n opens an isolate for
 * the expressions of each one that it decrypts (n8n 2.41, credentials-helper): about 20 ms of the
 * processor, as much as it needs for the rest of a delivery. Who mends a secret need not wait: after a
 * refusal it is renewed, once a second at most, so that forgeries stay cheap. While the user listens
 * for a test event, every one is read anew.
 *
 * @param clock ms since the epoch
 */
export function keepCredentials(
	ctx: IWebhookFunctions,
	clock: () => number = Date.now,
): KeptCredentials {
	if (ctx.getMode() === 'manual') return { ctx, renew: () => false };
	const used = new Map<string, Kept>();

	const getCredentials = async (type: string) => {
		const key = keyOf(ctx, type);
		forgetOld(clock());
		const entry = kept.get(key) ?? keep(key, clock(), ctx.getCredentials(type));
		used.set(key, entry);
		return { ...(await entry.data) };
	};

	return {
		ctx: Object.create(ctx, { getCredentials: { value: getCredentials } }) as IWebhookFunctions,
		renew() {
			for (const [key, entry] of used)
				if (kept.get(key) === entry && Math.abs(clock() - entry.readAt) >= FRESH_MS)
					kept.delete(key);
			return [...used].some(([key, entry]) => kept.get(key) !== entry);
		},
	};
}

/** Keeps what is being read, unless that fails. */
function keep(key: string, readAt: number, data: Kept['data']): Kept {
	const entry = { readAt, data };
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
