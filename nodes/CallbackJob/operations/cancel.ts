import { NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../../../lib/operations/operation';
import { callService } from '../api';
import { buildJobRequest } from '../buildRequest';
import { BASE_URL, cancelFields, optionsOf } from '../fields';
import { existingJob } from './existingJob';

export const cancel: ItemOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel a job',
	description: 'Cancel a job that is not finished yet',
	fields: [...cancelFields, optionsOf([BASE_URL])],
	async run(ctx, itemIndex) {
		const { service, place } = await existingJob(ctx, itemIndex);
		const { preset, baseUrl } = service;
		if (!preset.cancel) {
			throw new NodeOperationError(ctx.getNode(), `${preset.title} has no way to cancel a job`, {
				itemIndex,
				description: preset.value === 'custom' ? 'Fill in "Cancel URL"' : undefined,
			});
		}
		const request = buildJobRequest(preset.cancel, baseUrl, place);
		await callService(ctx, service, request, { repeatable: true, itemIndex });
		return { jobId: place.id, cancelled: true };
	},
};
