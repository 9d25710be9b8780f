import { idField } from '../idField';

export const agentIdField = idField('Agent ID', 'agentId');
