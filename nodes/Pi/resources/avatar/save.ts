import { callOperation } from '../callOperation';

export const save = callOperation({
	value: 'save',
	name: 'Save',
	action: 'Save an avatar',
	description: 'Save the avatar that a completed job made',
	method: 'POST',
	ifLost: 'the avatars of the account (Pi node, Avatar: Get Many)',
	path: () => '/avatars/save',
	body: [
		{
			property: {
				displayName: 'Job ID',
				name: 'jobId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 58cb41b7-556d-46c0-b82e-1e116aa1a31a',
				description: 'Of the job that generated the avatar',
			},
		},
		{
			property: {
				displayName: 'Label',
				name: 'label',
				type: 'string',
				default: '',
				placeholder: 'e.g. Barista',
				description: 'Up to 200 characters',
			},
		},
	],
});
