import type { Resource } from '../../../../lib/operations/operation';
import { call } from './call';

export const custom: Resource = { value: 'custom', name: 'Custom Call', operations: [call] };
