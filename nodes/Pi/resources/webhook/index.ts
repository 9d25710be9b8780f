import type { Resource } from '../../../../lib/operations/operation';
import { disable } from './disable';
import { enable } from './enable';
import { getMany } from './getMany';
import { register } from './register';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [getMany, register, enable, disable],
};
