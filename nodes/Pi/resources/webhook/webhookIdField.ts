import { idField } from '../idField';

export const webhookIdField = idField(
	'Webhook ID',
	'webhookId',
	'In the items of Get Many it is ID',
);
