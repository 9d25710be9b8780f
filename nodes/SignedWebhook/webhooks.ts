import type { IWebhookDescription } from 'n8n-workflow';
import { TRIGGER_WEBHOOKS } from '../../lib/delivery/triggerWebhooks';
import type { SenderDefinition } from './senderDefinition';
import { senders } from './senders';

const WITH_204 = Object.entries<SenderDefinition>(senders)
	.filter(([, { answers = [] }]) => answers.some(({ answer }) => answer.status === 204))
	.map(([name]) => name);

/** n8n sends the answer of a run that was stored, so its status is chosen here. */
const responseCode = `={{ ${JSON.stringify(WITH_204)}.includes($parameter["scheme"]) ? 204 : 200 }}`;

const setup = (name: 'setup' | 'default', httpMethod: 'GET' | 'HEAD'): IWebhookDescription => ({
	...TRIGGER_WEBHOOKS[0],
	name,
	httpMethod,
	responseMode: 'onReceived',
	path: 'webhook',
	ndvHideUrl: true,
});

/** Deliveries, and the requests by which some senders set a webhook up. */
export const WEBHOOKS: IWebhookDescription[] = [
	...TRIGGER_WEBHOOKS.map((webhook) => ({ ...webhook, responseCode })),
	setup('setup', 'GET'),
	setup('setup', 'HEAD'),
];
