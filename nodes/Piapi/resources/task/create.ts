import type { BatchOperation } from '../../../../lib/operations/operation';
import { taskFields } from '../../catalogue/fields/taskFields';
import { complete } from '../../complete';
import { completionFields } from '../../completionFields';
import { taskSource } from '../../taskSource';
import { serviceModeField } from './serviceModeField';

export const create: BatchOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an image, video, song or 3D model',
	description:
		'Create a task and wait for its results. Costs PiAPI credits; takes seconds to minutes.',
	fields: [...taskFields, serviceModeField, ...completionFields],
	runAll: async (ctx) => await complete(ctx, taskSource),
};
