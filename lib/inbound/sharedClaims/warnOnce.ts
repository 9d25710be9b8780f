import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { countUntold } from '../reminders';
import { SHARED_CLAIMS } from './credentialName';

/** Says in n8n's log that the store fails, once in ten minutes, however many deliveries come. */
export function warnOnce(
	ctx: IWebhookFunctions | IExecuteFunctions,
	fault: string,
	detail?: string,
) {
	const { id, name } = ctx.getNode().credentials?.[SHARED_CLAIMS] ?? {};
	if (countUntold(JSON.stringify([SHARED_CLAIMS, id, fault])) === undefined) return;
	ctx.logger.warn(
		`Shared claims: ${fault}. Events are accepted meanwhile; one that several processes get at the same instant may run twice`,
		{ credential: name, detail },
	);
}
