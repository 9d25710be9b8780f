import { NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../../../../lib/operations/operation';
import { unreachableUrlProblem } from '../../../../lib/http/unreachableUrlProblem';
import { callPi, piBaseUrl } from '../../api';
import type { BodyField } from '../../body/bodyField';
import { readBody } from '../../body/readBody';

const fields: BodyField[] = [
	{
		property: {
			displayName: 'Endpoint URL',
			name: 'endpointUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/pi/webhooks',
			description: 'The https URL that Pi will call',
		},
	},
	{
		property: {
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'With which Pi signs, 8 to 500 characters. Pi never shows it again.',
		},
	},
];

export const register: ItemOperation = {
	value: 'register',
	name: 'Register',
	action: 'Register a webhook',
	description:
		'Send the events of all jobs to another system. A Pi Trigger registers its own webhook.',
	fields: fields.map(({ property }) => property),
	async run(ctx, itemIndex) {
		const body = await readBody(ctx, itemIndex, fields);
		const problem = unreachableUrlProblem(String(body.endpoint_url).trim(), await piBaseUrl(ctx));
		if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
		return await callPi(ctx, { method: 'POST', path: '/webhooks', body, itemIndex });
	},
};
