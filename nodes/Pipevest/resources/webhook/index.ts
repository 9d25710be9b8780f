import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { get } from './get';
import { getPublicKey } from './getPublicKey';
import { sendTest } from './sendTest';
import { update } from './update';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [get, create, getPublicKey, sendTest, update],
};
