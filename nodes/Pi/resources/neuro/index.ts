import type { Resource } from '../../../../lib/operations/operation';
import { decode } from './decode';

export const neuro: Resource = {
	value: 'neuro',
	name: 'Neuro',
	operations: [decode],
};
