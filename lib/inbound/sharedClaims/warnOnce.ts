import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { countUntold } from '../reminders';
import type { Store } from './store';

/** Says in n8n's log that the store fails, once in ten minutes, however many deliveries come. */
export function warnOnce(
	ctx: IWebhookFunctions | IExecuteFunctions,
	{ credential }: Store,
	problem: string,
	detail?: string,
) {
	if (countUntold(JSON.stringify(['shared claims', credential?.id, problem])) === undefined) return;
	ctx.logger.warn(
		`Shared claims: ${problem}. Events are accepted meanwhile; one that several processes get at the same instant may run twice`,
		{ credential: credential?.name, detail },
	);
}
