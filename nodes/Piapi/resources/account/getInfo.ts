import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPiapi } from '../../api';

export const getInfo: ItemOperation = {
	value: 'getInfo',
	name: 'Get Info',
	action: 'Get the account',
	description: 'Get the name, ID and remaining credits of the account',
	fields: [],
	run: async (ctx, itemIndex) =>
		await callPiapi(ctx, { method: 'GET', path: '/account/info', itemIndex }),
};
