import type { BodyField } from '../../body/bodyField';

/** Pi's documents do not state the fields of an agent (docs/reference/pi.md 9). */
export const agentField: BodyField = {
	property: {
		displayName: 'Agent (JSON)',
		name: 'agent',
		type: 'json',
		typeOptions: { rows: 8 },
		required: true,
		default: '',
		description: 'The fields of the agent, as Pi names them',
	},
};
