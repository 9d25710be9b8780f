import type { Resource } from '../../../../lib/operations/operation';
import { generate } from './generate';

export const ad: Resource = {
	value: 'ad',
	name: 'Ad',
	operations: [generate],
};
