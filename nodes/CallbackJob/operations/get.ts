import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { isLoopbackUrl } from '../../../lib/http/isLoopbackUrl';
import type { ItemOperation } from '../../../lib/operations/operation';
import { downloadItem } from '../../../lib/results/downloadItem';
import { BASE_URL, DOWNLOAD, lookFields, optionsOf } from '../fields';
import { lookAt } from '../jobs';
import { existingJob, statusUrlProblem } from './existingJob';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a job',
	description: 'Get the status and results of a job, optionally with its files',
	fields: [...lookFields, optionsOf([BASE_URL, ...DOWNLOAD])],
	async run(ctx, itemIndex) {
		const { service, place } = await existingJob(ctx, itemIndex);
		const problem = statusUrlProblem(service);
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		const { json } = await lookAt(ctx, service, place, { itemIndex });
		const options = ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
		if (options.download !== true) return json;
		const limits = {
			maxFileSize: options.maxFileSize,
			allowLoopback: isLoopbackUrl(service.baseUrl || service.preset.look.path),
		};
		return [await downloadItem(ctx, { json }, json.resultUrls, limits)];
	},
};
