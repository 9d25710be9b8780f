import type { ItemOperation } from '../../../../lib/operations/operation';
import { EVENT_TYPES, TEST_EVENT } from '../../eventOptions';
import { explainTest } from '../../explainTest';
import { testWebhook } from '../../webhooks';
import { requiredText } from '../requiredText';
import { webhookIdField } from './webhookIdField';

export const sendTest: ItemOperation = {
	value: 'sendTest',
	name: 'Send Test',
	action: 'Send a test event to a webhook',
	description: 'Send a test event to a webhook and report the outcome',
	fields: [
		webhookIdField,
		{
			displayName: 'Event Type',
			name: 'eventType',
			type: 'options',
			options: [
				...EVENT_TYPES,
				{
					name: 'Webhook Test',
					value: TEST_EVENT,
					description: 'Starts a workflow only while you listen for a test event',
				},
			],
			default: TEST_EVENT,
			description: 'The type of the test event',
		},
	],
	async run(ctx, itemIndex) {
		const webhookId = requiredText(ctx, 'webhookId', 'Webhook ID', itemIndex);
		const eventType = String(ctx.getNodeParameter('eventType', itemIndex, TEST_EVENT));
		const result = await testWebhook(ctx, webhookId, eventType, itemIndex);
		return { webhookId, ...result, explanation: explainTest(result) };
	},
};
