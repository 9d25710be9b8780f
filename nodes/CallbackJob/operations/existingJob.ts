import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { targetOf, targetProblem } from '../prepare';
import { parametersOf } from '../parameters';
import { serviceOf, type Service } from '../service';
import { segmentProblem, type JobPlace } from '../templates';

/**
 * The job that an item names.
 *
 * @throws NodeOperationError when the ID or what the service needs beside it is missing
 */
export async function existingJob(
	ctx: IExecuteFunctions,
	itemIndex: number,
): Promise<{ service: Service; place: JobPlace & { id: string } }> {
	const service = await serviceOf(ctx, itemIndex);
	const read = parametersOf(ctx, itemIndex);
	const isCustom = service.preset.value === 'custom';
	const id = String(read('jobId') ?? '').trim();
	const target = isCustom ? '' : targetOf(service.preset, read);
	const problem =
		id === ''
			? 'The job ID is empty. Take jobId of the item that created the job'
			: (segmentProblem(id, 'Job ID') ?? targetProblem(service.preset, target));
	if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
	return { service, place: { id, target } };
}

/** Why a custom service cannot be asked, or nothing. */
export function statusUrlProblem({ preset }: Service): string | undefined {
	if (preset.value !== 'custom') return undefined;
	const { path } = preset.look;
	return URL.canParse(path) && path.includes('{id}')
		? undefined
		: '"Status URL" must be a URL with {id} in it';
}
