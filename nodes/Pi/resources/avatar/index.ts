import type { Resource } from '../../../../lib/operations/operation';
import { generate } from './generate';
import { get } from './get';
import { getMany } from './getMany';
import { save } from './save';

export const avatar: Resource = {
	value: 'avatar',
	name: 'Avatar',
	operations: [generate, get, getMany, save],
};
