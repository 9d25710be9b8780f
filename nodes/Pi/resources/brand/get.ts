import { callOperation } from '../callOperation';
import { idField } from '../idField';

export const get = callOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a brand',
	description: 'Get a brand with its colors, logo and layout rules',
	method: 'GET',
	id: idField('Brand ID', 'brandId'),
	path: (id) => `/brands/${id}`,
});
