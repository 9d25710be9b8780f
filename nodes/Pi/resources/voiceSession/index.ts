import type { Resource } from '../../../../lib/operations/operation';
import { complete } from './complete';
import { create } from './create';
import { get } from './get';

export const voiceSession: Resource = {
	value: 'voiceSession',
	name: 'Voice Session',
	operations: [create, get, complete],
};
