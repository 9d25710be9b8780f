import type { Resource } from '../../../../lib/operations/operation';
import { get } from './get';
import { wait } from './wait';

export const job: Resource = {
	value: 'job',
	name: 'Job',
	operations: [get, wait],
};
