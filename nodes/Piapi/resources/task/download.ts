import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { isLoopbackUrl } from '../../../../lib/http/isLoopbackUrl';
import { DEFAULT_MAX_FILE_SIZE, downloadItem } from '../../../../lib/results/downloadItem';
import { piapiCredential } from '../../api';
import { taskIdField } from '../taskIdField';
import { readAnyTask } from './readAnyTask';

export const download: ItemOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download the results of a task',
	description: 'Put the result files of a finished task into binary fields',
	fields: [
		taskIdField,
		{
			displayName: 'Max File Size (MB)',
			name: 'maxFileSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_MAX_FILE_SIZE,
			description:
				'The largest file to download, in MB. All files of one item together may have ten times that.',
		},
	],
	async run(ctx, itemIndex) {
		const json = await readAnyTask(ctx, itemIndex);
		if (json.status !== 'completed') return [nothingToDownload(ctx, json, itemIndex)];
		const maxFileSize = ctx.getNodeParameter('maxFileSize', itemIndex, DEFAULT_MAX_FILE_SIZE);
		const allowLoopback = isLoopbackUrl((await piapiCredential(ctx)).baseUrl);
		return [await downloadItem(ctx, { json }, json.resultUrls, { maxFileSize, allowLoopback })];
	},
};

/** A task without results: among others it goes on without files, so that it does not cost theirs. */
function nothingToDownload(
	ctx: IExecuteFunctions,
	json: IDataObject,
	itemIndex: number,
): INodeExecutionData {
	const reason = `The task has the status "${String(json.status)}", so there is nothing to download`;
	if (ctx.getInputData().length > 1)
		return { json: { ...json, downloadProblems: [{ url: null, reason }] } };
	throw new NodeOperationError(ctx.getNode(), reason, {
		itemIndex,
		description: json.error ? String(json.error) : 'Wait until the task is completed',
	});
}
