import { NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { isLoopbackUrl } from '../../../../lib/http/isLoopbackUrl';
import { downloadItem } from '../../../../lib/results/downloadItem';
import { piapiCredential } from '../../api';
import { taskIdField } from '../taskIdField';
import { readAnyTask } from './readAnyTask';

const MB = 1024 * 1024;

export const download: ItemOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download the results of a task',
	description: 'Put the result files of a finished task into binary fields',
	fields: [
		taskIdField,
		{
			displayName: 'Max File Size',
			name: 'maxFileSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description: 'The largest file to download, in MB',
		},
	],
	async run(ctx, itemIndex) {
		const json = await readAnyTask(ctx, itemIndex);
		if (json.status !== 'completed') {
			throw new NodeOperationError(
				ctx.getNode(),
				`The task has the status "${String(json.status)}", so there is nothing to download`,
				{
					itemIndex,
					description: json.error ? String(json.error) : 'Wait until the task is completed',
				},
			);
		}
		const maxBytes = Number(ctx.getNodeParameter('maxFileSize', itemIndex, 100)) * MB;
		const allowLoopback = isLoopbackUrl((await piapiCredential(ctx)).baseUrl);
		return [await downloadItem(ctx, { json }, json.resultUrls, { maxBytes, allowLoopback })];
	},
};
