import type { ItemOperation } from '../../../lib/operations/operation';
import { BASE_URL, cancelFields, optionsOf } from '../fields';
import { cancelJob } from '../jobs';
import { existingJob } from './existingJob';

export const cancel: ItemOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel a job',
	description: 'Cancel a job that is not finished yet',
	fields: [...cancelFields, optionsOf([BASE_URL])],
	async run(ctx, itemIndex) {
		const { service, place } = await existingJob(ctx, itemIndex);
		await cancelJob(ctx, service, place, itemIndex);
		return { jobId: place.id, cancelled: true };
	},
};
