import type { INodeProperties } from 'n8n-workflow';
import type { BatchOperation } from '../../../../lib/operations/operation';
import { unreachableUrlProblem } from '../../../../lib/http/unreachableUrlProblem';
import { additionalFields } from '../../catalogue/fields/additionalFields';
import { inputProperty } from '../../catalogue/fields/inputProperty';
import { formPlace } from '../../catalogue/formPlace';
import type { Task } from '../../catalogue/types';
import { complete } from '../../complete';
import { completionFields, pollingFields } from '../../completionFields';
import { midjourneyPortProblem } from '../../midjourneyPortProblem';
import { midjourneySource } from '../../midjourneySource';
import { notice } from './notice';

/** The only one of the tasks for which there is no webhook (docs/reference/piapi.md 3). */
const SILENT = 'inpaint';

const notifyProgress: INodeProperties = {
	displayName: 'Notify Progress',
	name: 'notifyProgress',
	type: 'boolean',
	default: false,
	description:
		'Whether to also send progress events to the trigger, several per task. Needs the Creator plan or higher.',
	displayOptions: { show: { completion: ['notify'] } },
};

/** The operation that creates tasks of one kind, from its row in the catalogue. */
export function taskOperation(task: Task): BatchOperation {
	const callsBack = task.taskType !== SILENT;
	return {
		value: task.taskType,
		name: task.label,
		action: `${task.label} with Midjourney`,
		description: task.description,
		fields: [
			notice,
			...task.inputs.filter((input) => formPlace(input) === 'front').map(inputProperty),
			...additionalFields(task),
			...(callsBack ? [...completionFields, notifyProgress] : pollingFields),
		],
		runAll: async (ctx) =>
			await complete(ctx, midjourneySource, {
				callsBack,
				problemOf: (url, baseUrl) =>
					unreachableUrlProblem(url, baseUrl) ?? midjourneyPortProblem(url, baseUrl),
			}),
	};
}
