import type { Resource } from '../../../../lib/operations/operation';
import { edit } from './edit';
import { generate } from './generate';
import { localize } from './localize';

export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [generate, edit, localize],
};
