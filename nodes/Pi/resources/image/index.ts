import type { Resource } from '../../../../operations/operation';
import { generate } from './generate';

export const image: Resource = {
	value: 'image',
	name: 'Image',
	operations: [generate],
};
