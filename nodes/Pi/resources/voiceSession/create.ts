import type { BodyField } from '../../body/bodyField';
import { callOperation } from '../callOperation';
import { agentIdField } from '../voiceAgent/agentIdField';

const seconds = (
	displayName: string,
	name: string,
	longest: number,
	description: string,
): BodyField => ({
	property: {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 60, maxValue: longest },
		default: 600,
		description,
	},
});

/** docs/reference/pi.md 9 */
export const create = callOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a voice session',
	description: 'Start a conversation with a voice agent',
	method: 'POST',
	ifLost: 'the voice sessions in the dashboard of Pi',
	path: () => '/voice/sessions',
	body: [
		{ property: agentIdField },
		{
			property: {
				displayName: 'Participant',
				name: 'participant',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. visitor-1',
				description: 'Who talks to the agent',
			},
		},
		{
			property: {
				displayName: 'Context (JSON)',
				name: 'context',
				type: 'json',
				default: '{}',
				description: 'What the agent shall know, up to 16,000 characters',
			},
		},
		seconds('TTL Seconds', 'ttlSeconds', 3600, 'How long the session can be joined'),
		seconds(
			'Max Duration Seconds',
			'maxDurationSeconds',
			1800,
			'When the talk is ended, at the latest. No longer than TTL Seconds.',
		),
		{
			property: {
				displayName: 'Voice',
				name: 'voice',
				type: 'string',
				default: '',
				description: "A voice in place of the agent's own",
			},
		},
	],
});
