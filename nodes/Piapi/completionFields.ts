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

/** How a created task is followed up. */
export const completionFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'Pause this execution until PiAPI reports that all tasks are done. If you stop it, the tasks go on.',
		notify: 'Continue immediately; PiAPI calls the PiAPI Trigger of another workflow',
		none: 'Continue immediately, without a callback',
	},
	between: [NOTIFY_URL],
	parking: { callsBack: 'PiAPI' },
});

/** The same for a task about which PiAPI calls nobody back: it is asked again and again. */
export const pollingFields: INodeProperties[] = fieldsOf({
	ways: {
		wait: 'Keep this execution running; PiAPI has no webhook for this and is polled',
		none: 'Continue immediately, without a callback',
	},
	parking: 'never',
});
