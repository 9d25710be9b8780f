import type { Resource } from '../../../../lib/operations/operation';
import { getActiveTasks } from './getActiveTasks';
import { getInfo } from './getInfo';
import { getTaskHistory } from './getTaskHistory';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	operations: [getInfo, getActiveTasks, getTaskHistory],
};
