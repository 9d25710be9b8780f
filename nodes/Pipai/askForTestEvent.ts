import { sleep, type IDataObject, type IHookFunctions } from 'n8n-workflow';
import { readRegistration } from '../../lib/registration/storedRegistration';
import { testWebhook } from './webhooks';

/**
 * n8n takes deliveries while `create` still runs, but knows the new secret only afterwards
 * (n8n 2.41, TestWebhooks.needsWebhook), so an event that came at once would be refused.
 */
const SOON_MS = 1_000;

/** While listening for a test event, and asked to by the option: has PipAI send one, without waiting for it. */
export function askForTestEvent(ctx: IHookFunctions): void {
	const { sendTestEvent } = ctx.getNodeParameter('options', {}) as IDataObject;
	const webhook = readRegistration(ctx);
	if (ctx.getMode() === 'manual' && sendTestEvent === true && webhook) void ask(ctx, webhook.id);
}

async function ask(ctx: IHookFunctions, id: string) {
	try {
		await sleep(SOON_MS);
		const { delivered, error } = await testWebhook(ctx, id);
		if (!delivered) ctx.logger.warn('PipAI could not deliver the test event', { error });
	} catch (error) {
		ctx.logger.warn('PipAI sent no test event', { error: String(error) });
	}
}
