import type { Resource } from '../../../../lib/operations/operation';
import { midjourney as family } from '../../catalogue/families/midjourney';
import { cancel } from './cancel';
import { fetch } from './fetch';
import { multiFetch } from './multiFetch';
import { taskOperation } from './taskOperation';

/** Legacy Midjourney v2: its ten kinds of task take what the unified ones take (docs/reference/piapi.md 3). */
export const midjourney: Resource = {
	value: 'midjourney',
	name: 'Midjourney (Legacy)',
	operations: [...family.tasks.map(taskOperation), fetch, multiFetch, cancel],
};
