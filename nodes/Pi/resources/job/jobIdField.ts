import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { idField } from '../idField';

export const jobIdField = idField(
	'Job ID',
	'jobId',
	'The ID that Pi gave the job; in the items of this node and of the trigger it is jobId',
);

/** @throws NodeOperationError when it is empty */
export function readJobId(ctx: IExecuteFunctions, itemIndex: number): string {
	const id = String(ctx.getNodeParameter('jobId', itemIndex, '')).trim();
	if (id) return id;
	throw new NodeOperationError(
		ctx.getNode(),
		'The job ID is empty. Take jobId of the item that created the job',
		{ itemIndex },
	);
}
