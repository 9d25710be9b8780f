import { idField } from '../idField';

export const sessionIdField = idField('Session ID', 'sessionId');
