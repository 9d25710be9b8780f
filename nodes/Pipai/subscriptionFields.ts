import type { INodeProperties } from 'n8n-workflow';
import { BALANCE_LOW } from './eventOptions';

/** Appears, and is required, only where PipAI asks for it. */
export const thresholdField: INodeProperties = {
	displayName: 'Balance Low Threshold',
	name: 'balanceLowThreshold',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 250.00',
	description:
		'The event comes when the available balance of any tracked asset drops below this. A decimal written as text.',
	displayOptions: { show: { events: [BALANCE_LOW] } },
};

/** For types that the lists of this package do not know. */
export const additionalEventsField: INodeProperties = {
	displayName: 'Additional Events',
	name: 'additionalEvents',
	type: 'string',
	default: '',
	placeholder: 'e.g. strategy.resumed, account.margin_call',
	description: 'Event names that are not in the list, separated by commas',
};

export const descriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Production alerts',
	description: "The webhook's label in PipAI's dashboard, at most 200 characters",
};
