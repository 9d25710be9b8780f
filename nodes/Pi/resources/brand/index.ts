import type { Resource } from '../../../../lib/operations/operation';
import { extract } from './extract';
import { get } from './get';
import { getMany } from './getMany';
import { project } from './project';

export const brand: Resource = {
	value: 'brand',
	name: 'Brand',
	operations: [extract, get, getMany, project],
};
