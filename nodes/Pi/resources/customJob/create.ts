import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { readValue } from '../../body/readValue';
import { jobs } from '../../jobs/jobKinds';
import { followedUp } from '../../jobs/jobOperation';
import { isRecord } from '../../../../lib/http/isRecord';

const pathField: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. /robots/run',
	description: 'The endpoint that creates the job, after /api/v1',
};

const bodyField: INodeProperties = {
	displayName: 'Body (JSON)',
	name: 'body',
	type: 'json',
	typeOptions: { rows: 8 },
	default: '{}',
	description: 'The fields of the endpoint, as Pi names them',
};

export const create = followedUp(
	{
		value: 'create',
		name: 'Create',
		action: 'Create a custom job',
		description: 'Create a job of any type, also one that this node does not list',
	},
	[pathField, bodyField],
	jobs,
	async (ctx, itemIndex) => {
		const refuse = (problem: string) =>
			new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		const path = String(ctx.getNodeParameter('path', itemIndex, '')).trim();
		const own = `/${path.replace(/^\/+/, '').replace(/^api\/v1\/+/, '')}`;
		if (!/^(?:\/[\w-]+)+$/.test(own)) throw refuse(`"${path}" is not a path such as /robots/run`);
		const reading = readValue(bodyField, ctx.getNodeParameter('body', itemIndex, {}));
		if ('problem' in reading) throw refuse(reading.problem);
		const { value: body = {} } = reading;
		if (!isRecord(body)) throw refuse('The body has to be an object');
		return { path: own, body };
	},
);
