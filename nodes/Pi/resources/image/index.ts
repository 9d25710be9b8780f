import type { Resource } from '../../../../lib/operations/operation';
import { generate } from './generate';

export const image: Resource = {
	value: 'image',
	name: 'Image',
	operations: [generate],
};
