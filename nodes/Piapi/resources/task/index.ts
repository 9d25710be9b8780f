import type { Resource } from '../../../../lib/operations/operation';
import { cancel } from './cancel';
import { cancelMany } from './cancelMany';
import { create } from './create';
import { download } from './download';
import { get } from './get';
import { redeliver } from './redeliver';
import { wait } from './wait';

export const task: Resource = {
	value: 'task',
	name: 'Task',
	operations: [create, get, cancel, cancelMany, download, redeliver, wait],
};
