import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { WAIT_DEFAULTS } from './waitSettings';

const whileWaiting = { show: { '/completion': ['wait'] } };

const CONCURRENCY: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: WAIT_DEFAULTS.concurrency,
	description: 'How many jobs are created at the same time',
};

/** Bounds a wait; for an operation that does nothing else. */
export const MAX_WAIT: INodeProperties = {
	displayName: 'Max Wait (Minutes)',
	name: 'maxWait',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: WAIT_DEFAULTS.maxWait,
	description:
		'How many minutes to wait for the results. Then the items go on with the status timed_out.',
};

const SEPARATE_FAILED: INodeProperties = {
	displayName: 'Separate Failed',
	name: 'separateFailed',
	type: 'boolean',
	default: false,
	description:
		'Whether to send failed and timed-out items to a second output. The field itemIndex is the position of the input item.',
	displayOptions: whileWaiting,
};

interface CompletionForm {
	/** What each way of following up means at this provider; the contract's words, in its order. */
	ways: { wait: string; notify?: string; none: string };
	/** What stands between the choice and its options, such as the notify URL. */
	between?: INodeProperties[];
	/** What the provider adds to `options`. */
	options?: INodeProperties[];
	/** Whether the execution is parked meanwhile, which n8n wakes in its own way. */
	parks?: boolean;
}

/** How a created job is followed up: `completion` and its `options`, the same words everywhere. */
export function completionFields({
	ways,
	between = [],
	options = [],
	parks = false,
}: CompletionForm): INodeProperties[] {
	const maxWait = { ...MAX_WAIT, displayOptions: whileWaiting };
	return [
		{
			displayName: 'After Creating',
			name: 'completion',
			type: 'options',
			noDataExpression: true,
			options: choices(ways),
			default: 'wait',
		},
		...between,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				CONCURRENCY,
				parks ? { ...maxWait, hint: 'n8n checks deadlines once a minute' } : maxWait,
				parks ? { ...SEPARATE_FAILED, description: SINCE_2_39 } : SEPARATE_FAILED,
				...options,
			].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	];
}

/** Only what resumes a parked execution depends on the version (docs/reference/n8n.md 10). */
const SINCE_2_39 = `${SEPARATE_FAILED.description} Before n8n 2.39 this makes the node wait by polling.`;

function choices({ wait, notify, none }: CompletionForm['ways']): INodePropertyOptions[] {
	return [
		{ name: 'Wait for the Result', value: 'wait', description: wait },
		...(notify ? [{ name: 'Notify a Trigger', value: 'notify', description: notify }] : []),
		{ name: "Don't Wait", value: 'none', description: none },
	];
}
