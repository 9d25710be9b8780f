import type { INodeProperties } from 'n8n-workflow';

export const serviceModeField: INodeProperties = {
	displayName: 'Service Mode',
	name: 'serviceMode',
	type: 'options',
	options: [
		{ name: 'Workspace Setting', value: '' },
		{ name: 'Public', value: 'public', description: 'Pay as you go' },
		{ name: 'Private', value: 'private', description: 'On the account you host at PiAPI' },
	],
	default: '',
	description: "Which account does the work. Some families run on PiAPI's own only.",
};
