import type { Resource } from '../../../../lib/operations/operation';
import { analyze } from './analyze';
import { riskPriority } from './riskPriority';

export const health: Resource = {
	value: 'health',
	name: 'Health',
	operations: [analyze, riskPriority],
};
