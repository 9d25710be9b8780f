import type { INodeProperties } from 'n8n-workflow';
import { completionFields as fieldsOf } from '../../lib/waiting/completionFields';

const NOTIFY_URL: INodeProperties = {
	displayName: 'Notify URL',
	name: 'notifyUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
	description:
		'The production URL of a PiAPI Trigger with the same credential. The secret is attached for you.',
	displayOptions: { show: { completion: ['notify'] } },
};

const WAIT_BY: INodeProperties = {
	displayName: 'Wait By',
	name: 'mode',
	type: 'options',
	options: [
		{
			name: 'Callback',
			value: 'callback',
			description: 'PiAPI calls back; the execution pauses meanwhile',
		},
		{
			name: 'Polling',
			value: 'poll',
			description:
				'Ask PiAPI again and again, for an n8n that it cannot reach. The execution keeps running.',
		},
	],
	default: 'callback',
	description: 'How the node learns that the tasks are done',
	displayOptions: { show: { '/completion': ['wait'] } },
};

/** How a created task is followed up. */
export const completionFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'Pause this execution until PiAPI reports that all tasks are done. If you stop it, the tasks go on.',
		notify: 'Continue immediately; PiAPI calls the PiAPI Trigger of another workflow',
		none: 'Continue immediately, without a callback',
	},
	between: [NOTIFY_URL],
	options: [WAIT_BY],
	parks: true,
});

/** The same for a task about which PiAPI calls nobody back: it is asked again and again. */
export const pollingFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'Keep this execution running; PiAPI has no webhook for this and is polled',
		none: 'Continue immediately, without a callback',
	},
});
