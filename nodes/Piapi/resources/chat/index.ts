import type { Resource } from '../../../../lib/operations/operation';
import { complete } from './complete';

export const chat: Resource = { value: 'chat', name: 'Chat', operations: [complete] };
