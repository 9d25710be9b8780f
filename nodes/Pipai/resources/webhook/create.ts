import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { ALL_EVENTS } from '../../../../lib/delivery/triggerProperties';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { unreachableUrlProblem } from '../../../../lib/http/unreachableUrlProblem';
import { pipaiCredential } from '../../api';
import { SUBSCRIPTIONS } from '../../eventOptions';
import { subscription, subscriptionBody } from '../../subscription';
import { additionalEventsField, descriptionField, thresholdField } from '../../subscriptionFields';
import { createWebhook } from '../../webhooks';
import { requiredText } from '../requiredText';

export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a webhook',
	description: 'Register a URL of any receiver. A PipAI Trigger registers its own.',
	fields: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/pipai-webhook',
			description: 'The URL to send events to: public, https, with a valid certificate',
		},
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			required: true,
			options: [ALL_EVENTS, ...SUBSCRIPTIONS],
			default: ['*'],
			description: 'The events that the webhook subscribes to',
		},
		thresholdField,
		{
			displayName:
				'The returned item contains the signing secret. PipAI shows it only once: store it.',
			name: 'secretNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [additionalEventsField, descriptionField],
		},
	],
	async run(ctx, itemIndex) {
		const url = requiredText(ctx, 'url', 'URL', itemIndex);
		const problem = unreachableUrlProblem(url, (await pipaiCredential(ctx)).baseUrl);
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		const { additionalEvents, description } = ctx.getNodeParameter(
			'options',
			itemIndex,
			{},
		) as IDataObject;
		const wanted = subscription({
			events: ctx.getNodeParameter('events', itemIndex, ['*']),
			additionalEvents,
			description,
			threshold: ctx.getNodeParameter('balanceLowThreshold', itemIndex, ''),
		});
		const body = subscriptionBody(ctx, wanted, itemIndex);
		return await createWebhook(ctx, { url, ...body }, itemIndex);
	},
};
