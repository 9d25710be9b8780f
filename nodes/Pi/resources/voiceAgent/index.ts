import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { deleteAgent } from './deleteAgent';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const voiceAgent: Resource = {
	value: 'voiceAgent',
	name: 'Voice Agent',
	operations: [create, get, getMany, update, deleteAgent],
};
