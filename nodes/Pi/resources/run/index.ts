import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { get } from './get';

export const run: Resource = {
	value: 'run',
	name: 'Run',
	operations: [create, get],
};
