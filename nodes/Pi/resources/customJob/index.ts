import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';

export const customJob: Resource = {
	value: 'customJob',
	name: 'Custom Job',
	operations: [create],
};
