import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { deploy } from './deploy';

export const strategy: Resource = {
	value: 'strategy',
	name: 'Strategy',
	operations: [create, deploy],
};
