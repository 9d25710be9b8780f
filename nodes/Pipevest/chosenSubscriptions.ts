import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { RegistrationContext } from '../../lib/registration/registry';
import { commaList } from '../../lib/text';
import { subscriptionsOf } from './subscriptions';

/** The events a trigger asks for, by the names of Pipevest's subscriptions. */
export function chosenSubscriptions(ctx: RegistrationContext | IWebhookFunctions): string[] {
	const { otherEvents } = ctx.getNodeParameter('options', {}) as IDataObject;
	const events = ctx.getNodeParameter('events', ['*']);
	return subscriptionsOf([...commaList(events), ...commaList(otherEvents)]);
}
