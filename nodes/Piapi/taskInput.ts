import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { buildInput } from './catalogue/buildInput';
import { placeBinaries } from './catalogue/placeBinaries';
import { taskValues } from './catalogue/taskValues';
import type { Task } from './catalogue/types';
import { mediaText } from './mediaText';

/**
 * The `input` of a task from an item's parameters, checked against the catalogue, with the files of
 * binary fields uploaded or inlined.
 *
 * @throws NodeOperationError that names the wrong field; NodeApiError when an upload is refused
 */
export async function taskInput(
	ctx: IExecuteFunctions,
	itemIndex: number,
	task: Task,
): Promise<IDataObject> {
	const built = buildInput(
		task,
		taskValues(task, (name) => ctx.getNodeParameter(name, itemIndex, undefined)),
	);
	if ('problem' in built) throw new NodeOperationError(ctx.getNode(), built.problem, { itemIndex });
	return await placeBinaries(
		built.input,
		built.binaries,
		async (use) => await mediaText(ctx, itemIndex, use),
	);
}
