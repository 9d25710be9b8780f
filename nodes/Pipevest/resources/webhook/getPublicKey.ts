import type { ItemOperation } from '../../../../lib/operations/operation';
import { getPublicKey as readPublicKey } from '../../webhook';

export const getPublicKey: ItemOperation = {
	value: 'getPublicKey',
	name: 'Get Public Key',
	action: 'Get the public key of the webhook',
	description: 'Get the key that Pipevest signs its deliveries with',
	fields: [],
	run: async (ctx, itemIndex) => await readPublicKey(ctx, { itemIndex }),
};
