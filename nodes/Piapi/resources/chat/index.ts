import type { Resource } from '../../../../operations/operation';
import { complete } from './complete';

export const chat: Resource = { value: 'chat', name: 'Chat', operations: [complete] };
