import type { INodeProperties } from 'n8n-workflow';
import { senders } from '../senders';

/** One notice per scheme, shown below the choice: what to paste where at the sender. */
export const notices: INodeProperties[] = Object.entries(senders).map(([scheme, { setup }]) => ({
	displayName: setup,
	name: `${scheme}Notice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { scheme: [scheme] } },
}));
