import type { INodeProperties } from 'n8n-workflow';
import { triggerProperties } from '../../lib/delivery/triggerProperties';
import { SUBSCRIPTIONS } from './eventOptions';
import { additionalEventsField, descriptionField, thresholdField } from './subscriptionFields';

const sendTestEvent: INodeProperties = {
	displayName: 'Send Test Event',
	name: 'sendTestEvent',
	type: 'boolean',
	default: false,
	description:
		'Whether to have PipAI send a test event as soon as you listen for one. Published workflows ignore test events.',
};

const fields = triggerProperties({
	events: SUBSCRIPTIONS,
	has: { tolerance: true, registration: true },
	options: [additionalEventsField, descriptionField, sendTestEvent],
});

/** The form of PipAI Trigger. */
export const triggerFields: INodeProperties[] = [
	...fields.slice(0, 1),
	thresholdField,
	...fields.slice(1),
];
