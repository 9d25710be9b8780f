import type { Resource } from '../../../../lib/operations/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { wait } from './wait';

export const backtest: Resource = {
	value: 'backtest',
	name: 'Backtest',
	operations: [create, get, getMany, wait],
};
