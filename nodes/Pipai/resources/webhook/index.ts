import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { deleteOperation } from './delete';
import { getMany } from './getMany';
import { sendTest } from './sendTest';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [create, getMany, deleteOperation, sendTest],
};
