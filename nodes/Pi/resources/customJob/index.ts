import type { Resource } from '../../../../operations/operation';
import { create } from './create';

export const customJob: Resource = {
	value: 'customJob',
	name: 'Custom Job',
	operations: [create],
};
