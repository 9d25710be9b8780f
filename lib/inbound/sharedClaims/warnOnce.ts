import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { SHARED_CLAIMS } from './credentialName';

const REMIND_MS = 10 * 60_000;

/** When each fault of each credential was told last, in ms since the epoch. */
const toldAt = new Map<string, number>();

/** Says in n8n's log that the store fails, once in ten minutes, however many deliveries come. */
export function warnOnce(
	ctx: IWebhookFunctions | IExecuteFunctions,
	fault: string,
	detail?: string,
) {
	const { id, name } = ctx.getNode().credentials?.[SHARED_CLAIMS] ?? {};
	const about = `${id}: ${fault}`;
	const now = Date.now();
	if (now - (toldAt.get(about) ?? 0) < REMIND_MS) return;
	toldAt.set(about, now);
	ctx.logger.warn(
		`Shared claims: ${fault}. Events are accepted meanwhile; one that several processes get at the same instant may run twice`,
		{ credential: name, detail },
	);
}
